@echo off
rem Starts Mergedesk from the checkout that this file lies in, after building what is missing or out of date.
rem
rem   JAVA_HOME            the JDK to use; without it the java on the PATH
rem   MERGEDESK_JAVA_OPTS  more options for the Java virtual machine, such as -Xmx8g
rem   MERGEDESK_CLASSPATH  run these classes as they are and build nothing
rem
rem Exit code 3: Mergedesk could not be started. Other codes are Mergedesk's own.
setlocal EnableExtensions DisableDelayedExpansion

for %%I in ("%~dp0..\..") do set "ROOT=%%~fI"
set "TARGET=%ROOT%\simulator\target"
set "LIB=%TARGET%\mergedesk\lib"
set "STAMP=%TARGET%\mergedesk.stamp"
set "LOCK=%TARGET%\mergedesk.lock"

rem --- Java ---
set "JAVA_EXE="
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA_EXE=%JAVA_HOME%\bin\java.exe"
if not defined JAVA_EXE for %%I in (java.exe) do set "JAVA_EXE=%%~$PATH:I"
if not defined JAVA_EXE (
    echo mergedesk: needs Java 17 or newer; found none. Install a JDK or set JAVA_HOME. 1>&2
    exit /b 3
)
set "JAVA_MAJOR="
for /f "tokens=3" %%V in ('call "%JAVA_EXE%" -version 2^>^&1 ^| findstr /c:" version "') do (
    for /f "tokens=1 delims=.-+" %%M in ("%%~V") do if not defined JAVA_MAJOR set "JAVA_MAJOR=%%M"
)
if not defined JAVA_MAJOR set "JAVA_MAJOR=0"
if %JAVA_MAJOR% LSS 17 (
    echo mergedesk: needs Java 17 or newer; found "%JAVA_EXE%", Java %JAVA_MAJOR%. Install a JDK or set JAVA_HOME. 1>&2
    exit /b 3
)

rem Options that Java does not take would end it with a code of its own.
if not defined MERGEDESK_JAVA_OPTS goto :options_taken
"%JAVA_EXE%" %MERGEDESK_JAVA_OPTS% -version >nul 2>nul
if not errorlevel 1 goto :options_taken
"%JAVA_EXE%" %MERGEDESK_JAVA_OPTS% -version 1>&2
echo mergedesk: Java does not take the options in MERGEDESK_JAVA_OPTS. 1>&2
exit /b 3
:options_taken

if not defined MERGEDESK_CLASSPATH goto :check
set "RUN_CLASSPATH=%MERGEDESK_CLASSPATH%"
goto :run

rem --- Build, one at a time ---
:check
rem Java takes a semicolon for the end of a folder's name.
if not "%ROOT:;=%"=="%ROOT%" (
    echo mergedesk: Java runs no program from a folder whose name holds a semicolon. Rename the folder of this checkout. 1>&2
    exit /b 3
)
call :uptodate
if not errorlevel 1 goto :built

rem The JDK that belongs to the java found: the wrapper asks for JAVA_HOME.
if not defined JAVA_HOME for /f "tokens=1,* delims==" %%A in ('call "%JAVA_EXE%" -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.home ="') do for /f "tokens=*" %%H in ("%%B") do set "JAVA_HOME=%%H"
if not exist "%JAVA_HOME%\bin\javac.exe" (
    echo mergedesk: building needs a JDK, with javac, of version 17 or newer; found only "%JAVA_EXE%". Install one or set JAVA_HOME. 1>&2
    exit /b 3
)
if not exist "%TARGET%" mkdir "%TARGET%"
set "WAITED=0"
:lock
mkdir "%LOCK%" 2>nul
if not errorlevel 1 goto :locked
if "%WAITED%"=="0" echo mergedesk: waiting for another build of this checkout; if none runs, delete "%LOCK%" 1>&2
set /a WAITED+=1
rem A build does not take half an hour: the lock of a dead one is removed after that.
if %WAITED% GEQ 900 rmdir "%LOCK%" 2>nul
ping -n 3 127.0.0.1 >nul
goto :lock

:locked
call :uptodate
if not errorlevel 1 goto :unlock
echo mergedesk: building; the first time this takes a few minutes, to fetch Maven and the libraries 1>&2
rem The stamp is as old as the start of the build: what is edited meanwhile counts as newer.
type nul >"%STAMP%.next"
pushd "%ROOT%"
call mvnw.cmd -q -B -pl simulator -am -DskipTests package <nul 1>&2
set "FAILED=%ERRORLEVEL%"
popd
if not "%FAILED%"=="0" (
    del "%STAMP%.next"
    rmdir "%LOCK%"
    echo mergedesk: the build failed; see the messages above. 1>&2
    exit /b 3
)
move /y "%STAMP%.next" "%STAMP%" >nul

:unlock
rmdir "%LOCK%"

:built
set "RUN_CLASSPATH=%LIB%\*"

:run
set COMPILERS=
if %NUMBER_OF_PROCESSORS% LSS 8 set COMPILERS=-XX:CICompilerCount=4
"%JAVA_EXE%" -XX:+UseParallelGC -XX:-UseCompressedOops -Xshare:auto %COMPILERS% --enable-native-access=ALL-UNNAMED "-Djava.library.path=%LIB%" -Djava.awt.headless=true -Dfile.encoding=UTF-8 -Dslf4j.internal.verbosity=ERROR -Dmergedesk.terminal=true "-Dmergedesk.home=%ROOT%" "-Dmergedesk.command=%~0" %MERGEDESK_JAVA_OPTS% -cp "%RUN_CLASSPATH%" mergedesk.cli.Main %*
exit /b %ERRORLEVEL%

rem Errorlevel 0 when the jars are there and no source or pom.xml is newer than the last build.
:uptodate
if not exist "%LIB%" exit /b 1
if not exist "%STAMP%" exit /b 1
powershell -NoProfile -NonInteractive -Command "$s = (Get-Item -LiteralPath $env:STAMP).LastWriteTimeUtc; $p = @((Join-Path $env:ROOT 'pom.xml'), (Join-Path $env:ROOT 'simulator\pom.xml'), (Join-Path $env:ROOT 'simulator\src\main')); $n = @(Get-Item -LiteralPath $p) + @(Get-ChildItem -LiteralPath $p[2] -Recurse) | Where-Object { $_.LastWriteTimeUtc -gt $s } | Select-Object -First 1; if ($n) { exit 1 } else { exit 0 }"
exit /b %ERRORLEVEL%
