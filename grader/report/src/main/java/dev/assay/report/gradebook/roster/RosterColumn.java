package dev.assay.report.gradebook.roster;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a column of a roster tells about a student, and the headers by which it is known. */
enum RosterColumn {
  ID(
      "id",
      "studentid",
      "studentnumber",
      "candidate",
      "candidateid",
      "userid",
      "identifier",
      "matriculationnumber",
      "matrikelnummer",
      "학번",
      "학생번호",
      "수험번호"),
  NAME(
      "name", "fullname", "student", "studentname", "displayname", "이름", "성명", "학생", "학생명", "학생이름"),
  FIRST_NAME("firstname", "first", "givenname", "forename", "vorname"),
  LAST_NAME("lastname", "last", "surname", "familyname", "nachname", "성", "성씨"),
  EMAIL("email", "emailaddress", "mail", "이메일", "이메일주소", "전자우편", "메일"),
  LOGIN(
      "login",
      "loginid",
      "username",
      "user",
      "sisloginid",
      "account",
      "github",
      "githubusername",
      "아이디",
      "로그인",
      "계정",
      "사용자명",
      "사용자아이디"),
  SIS_ID("sisid", "sisuserid", "orgdefinedid", "idnumber", "학적번호"),
  SECTION("section", "sections", "group", "groups", "class", "분반", "반", "조", "그룹");

  private static final String GIVEN_OR_FULL = "이름";

  @SuppressWarnings("ImmutableEnumChecker") // those of Set.of are immutable
  private final Set<String> headers;

  RosterColumn(String... headers) {
    this.headers = Set.of(headers);
  }

  /**
   * Finds the columns of a header; where two say the same, the first counts.
   *
   * @return the columns' places, from 0
   */
  static Map<RosterColumn, Integer> in(List<String> header) {
    Map<RosterColumn, Integer> places = new EnumMap<>(RosterColumn.class);
    for (int place = 0; place < header.size(); place++) {
      String text = normal(header.get(place));
      for (RosterColumn column : values()) {
        if (column.headers.contains(text)) {
          places.putIfAbsent(column, place);
        }
      }
    }
    Integer name = places.get(NAME);
    // Beside a family name, the Korean word for a name means the given one.
    if (name != null
        && places.containsKey(LAST_NAME)
        && !places.containsKey(FIRST_NAME)
        && normal(header.get(name)).equals(GIVEN_OR_FULL)) {
      places.remove(NAME);
      places.put(FIRST_NAME, name);
    }
    return places;
  }

  /** A header without case, blanks and signs. */
  private static String normal(String header) {
    return Normalizer.normalize(header, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
