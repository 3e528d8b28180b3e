package dev.assay.report.gradebook.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.findings.Sentence;
import dev.assay.findings.SentenceException;
import dev.assay.report.gradebook.Student;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RosterReaderTest {
  private static final String KOREAN = "학번,성명,이메일,분반\n20261,김안나,anna@uni.kr,1반\n20262,이벤,,2반\n";

  private static Roster read(String text) throws SentenceException {
    return RosterReader.read("class.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> notes(Roster roster) {
    return roster.notes().stream().map(Sentence::text).toList();
  }

  @Test
  void allThatIsKnownOfAStudentIsRead() throws Exception {
    Roster roster =
        read(
            """
            Student ID,First name,Last name,E-mail Address,Login,SIS User ID,Section,Phone
            7,Anna,Kim,anna@uni.kr,akim,S-1,A,123
            """);
    assertThat(roster.students())
        .containsExactly(
            new Student("7", "Anna Kim", "Anna", "Kim", "anna@uni.kr", "akim", "S-1", "A"));
    assertThat(roster.notes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "x-windows-949"})
  void koreanHeadersAreReadInTheEncodingsOfSpreadsheets(String charset) throws Exception {
    Roster roster = RosterReader.read("class.csv", KOREAN.getBytes(Charset.forName(charset)));
    assertThat(roster.students())
        .containsExactly(
            new Student("20261", "김안나", null, null, "anna@uni.kr", null, null, "1반"),
            new Student("20262", "이벤", null, null, null, null, null, "2반"));
  }

  @Test
  void aMarkAtTheStartIsNoPartOfTheFirstHeader() throws Exception {
    assertThat(read("\uFEFF" + KOREAN).students()).hasSize(2);
  }

  @Test
  void aFamilyNameInKoreanStandsBeforeTheGivenOne() throws Exception {
    Student student = read("학번,성,이름\n1,김,안나\n").students().get(0);
    assertThat(student.name()).isEqualTo("김안나");
    assertThat(student.firstName()).isEqualTo("안나");
    assertThat(read("id,surname,first\n1,Kim,\n").students().get(0).name()).isEqualTo("Kim");
    assertThat(read("id,surname,first\n1,,Anna\n").students().get(0).name()).isEqualTo("Anna");
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "\t", ","})
  void columnsMayBeSeparatedAsSpreadsheetsDo(String delimiter) throws Exception {
    assertThat(read("id,name\n1,Anna\n".replace(",", delimiter)).students())
        .extracting(Student::name)
        .containsExactly("Anna");
  }

  @Test
  void withoutAnIdTheLoginTheSisIdOrTheAddressIdentifies() throws Exception {
    assertThat(read("login,sis_id,email\na,b,c\n,b,c\n,,c\n").students())
        .extracting(Student::id)
        .containsExactly("a", "b", "c");
  }

  @Test
  void whatProtectsAValueFromASpreadsheetIsTakenOff() throws Exception {
    Student student = read("id,OrgDefinedId,Username\n=\"007\",#12,#akim\n").students().get(0);
    assertThat(student.id()).isEqualTo("007");
    assertThat(student.sisId()).isEqualTo("12");
    assertThat(student.login()).isEqualTo("akim");
  }

  @Test
  void rowsThatNameNobodyAreNamedByTheirLine() throws Exception {
    Roster roster =
        read(
            "id,name\n1,\"Anna\nKim\"\n\n,Nobody at all\n2,Ben\n1,Anna again\n3,Cleo,Ray\n , \n4\n"
                + ","
                + "x".repeat(100)
                + "\n");
    assertThat(roster.students()).extracting(Student::id).containsExactly("1", "2", "4");
    assertThat(notes(roster))
        .containsExactly(
            "class.csv, line 5: left out, because it has no id, login, SIS id or email address:"
                + " , Nobody at all",
            "class.csv, line 7: left out, because 1 is already on line 2.",
            "class.csv, line 8: left out, because it has 3 values and the header has 2. Put a value"
                + " that contains a comma between quotes.",
            "class.csv, line 11: left out, because it has no id, login, SIS id or email address: , "
                + "x".repeat(58)
                + " ...");
  }

  @Test
  void aTableThatIdentifiesNobodyIsRefused() {
    assertThatThrownBy(() -> read("name,points\nAnna,3\n"))
        .isInstanceOf(SentenceException.class)
        .hasMessageContaining("class.csv has no column that identifies a student")
        .hasMessageContaining("name, points");
    assertThatThrownBy(() -> read("")).isInstanceOf(SentenceException.class);
  }

  @Test
  void whatIsNoTextOrNoTableIsRefused() {
    assertThatThrownBy(() -> RosterReader.read("class.csv", new byte[] {'i', 'd', (byte) 0xff}))
        .hasMessageContaining("not a text in UTF-8");
    assertThatThrownBy(() -> read("id,name\n1,\"Anna\n2,Ben\n"))
        .isInstanceOf(SentenceException.class)
        .hasMessageContaining("class.csv cannot be read");
  }

  @Test
  void aFileIsReadOrTheMessageNamesIt(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("class.csv"), KOREAN);
    assertThat(RosterReader.read(file).students()).hasSize(2);
    assertThatThrownBy(() -> RosterReader.read(folder.resolve("other.csv")))
        .hasMessageContaining("other.csv cannot be read: NoSuchFileException");
    Path large = folder.resolve("large.csv");
    Files.write(large, new byte[(16 << 20) + 1]);
    assertThatThrownBy(() -> RosterReader.read(large)).hasMessageContaining("more than 16 MiB");
  }
}
