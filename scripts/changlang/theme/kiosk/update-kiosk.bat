@echo off
rem Puts the kiosk in this folder (on a stick) in the place of the one on this computer: sums first, then a copy, the
rem sums of the copy, and two renames. The former one stays as kiosk.former. Usage: update-kiosk.bat [FOLDER]; FOLDER
rem holds kiosk\ and start-kiosk.bat and is \changlang on the system's drive where none is named.
setlocal EnableExtensions DisableDelayedExpansion
title changlang kiosk update
set "NEW=%~dp0"
if "%NEW:~-1%"=="\" set "NEW=%NEW:~0,-1%"
set "PLACE=%~1"
if not defined PLACE set "PLACE=%SystemDrive%\changlang"
set "TARGET=%PLACE%\kiosk"

set "FAULT=[K2] This is the kiosk on this computer: start update-kiosk.bat on the stick."
if /i "%NEW%"=="%TARGET%" goto failed
set "FAULT=[K4] The folder %PLACE% cannot be made."
if not exist "%PLACE%\" md "%PLACE%"
if not exist "%PLACE%\" goto failed
rem An update that was interrupted between its two renames.
if not exist "%TARGET%\" if exist "%TARGET%.former\" move "%TARGET%.former" "%TARGET%" >nul

echo Checking the files on the stick. This may take some minutes ...
set "FAULT=[K3] The stick is damaged or incomplete: copy the kiosk to it again."
call :verify "%NEW%"
if errorlevel 1 goto failed

echo Copying ...
set "FAULT=[K5] The files could not be copied: is the disk full?"
if exist "%TARGET%.new\" rd /s /q "%TARGET%.new"
robocopy "%NEW%" "%TARGET%.new" /E /COPY:DAT /R:2 /W:1 /NFL /NDL /NJH /NJS /NP >nul
if errorlevel 8 goto failed

echo Checking the copy ...
set "FAULT=[K6] The copy is not what is on the stick."
call :verify "%TARGET%.new"
if errorlevel 1 goto failed

set "FAULT=[K7] The old exhibition cannot be moved: end it first."
if exist "%TARGET%.former\" rd /s /q "%TARGET%.former"
if exist "%TARGET%.former\" goto failed
if not exist "%TARGET%\" goto place
move "%TARGET%" "%TARGET%.former" >nul
if exist "%TARGET%\" goto failed
:place
move "%TARGET%.new" "%TARGET%" >nul
if exist "%TARGET%\index.html" goto placed
if exist "%TARGET%.former\" if not exist "%TARGET%\" move "%TARGET%.former" "%TARGET%" >nul
goto failed
:placed
copy /y "%TARGET%\start-kiosk.bat" "%PLACE%\start-kiosk.bat" >nul
echo Done. Start it with: %PLACE%\start-kiosk.bat
if not defined KIOSK_QUIET pause
exit /b 0

:failed
echo %FAULT%
echo The exhibition on this computer is as it was.
if not defined KIOSK_QUIET pause
exit /b 1

rem Every listed file is what it was, and there is no other. Ends with 0 or 1.
:verify
if not exist "%~1\SHA256SUMS" exit /b 1
set "WRONG="
set /a LISTED=1
for /f "usebackq tokens=1,*" %%A in ("%~1\SHA256SUMS") do call :one "%~1" "%%A" "%%B"
if defined WRONG exit /b 1
set /a FOUND=0
for /f %%N in ('dir /a-d /s /b "%~1" ^| find /c /v ""') do set /a FOUND=%%N
if not "%FOUND%"=="%LISTED%" echo There are files that are not listed.
if not "%FOUND%"=="%LISTED%" exit /b 1
exit /b 0

rem One file against its sum: folder, sum, path with slashes. Some versions of certutil write spaces into the sum.
:one
if defined WRONG exit /b 0
set /a LISTED+=1
set "NAME=%~3"
set "NAME=%NAME:/=\%"
set "SUM="
for /f "skip=1 delims=" %%H in ('certutil -hashfile "%~1\%NAME%" SHA256 2^>nul') do if not defined SUM set "SUM=%%H"
if not defined SUM set "SUM=none"
set "SUM=%SUM: =%"
if /i "%SUM%"=="%~2" exit /b 0
set "WRONG=%NAME%"
echo   damaged: %NAME%
exit /b 0
