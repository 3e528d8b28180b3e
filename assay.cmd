@echo off
rem Runs Assay; in a checkout builds it on first use. After changing a source file delete grader\cli\target.
setlocal
set "home=%~dp0"
set "home=%home:~0,-1%"
set "jar=%home%\grader\cli\target\assay-cli-0.1.0.jar"
set "libraries=%jar%;%home%\grader\cli\target\lib\*"
if exist "%home%\lib" set "libraries=%home%\lib\*"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
where "%java%" >nul 2>nul || if not exist "%java%.exe" (
  echo assay: Java is needed. Install JDK 17 or newer, or set JAVA_HOME. 1>&2
  exit /b 3
)
if not exist "%home%\lib" if not exist "%jar%" (
  where mvn >nul 2>nul || (
    echo assay: Maven ^(mvn^) is needed to build Assay. Install it and try again. 1>&2
    exit /b 3
  )
  echo Building Assay; this takes a minute the first time ... 1>&2
  rem Maven itself shows what it does.
  call mvn -B -f "%home%\pom.xml" -Dquick -Dmaven.test.skip=true -pl grader/cli -am package 1>&2
  if errorlevel 1 exit /b 3
)
"%java%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=3 -Xshare:auto "-Dassay.home=%home%" -cp "%libraries%" dev.assay.cli.Main %*
exit /b %errorlevel%
