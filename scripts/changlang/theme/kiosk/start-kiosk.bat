@echo off
rem Opens the exhibition full screen in Edge or Chrome, and again whenever the browser ends.
rem Lies in the kiosk's folder, or beside it as update-kiosk.bat puts it.
setlocal EnableExtensions DisableDelayedExpansion
title changlang kiosk
set "HERE=%~dp0"
set "PROFILES=%TEMP%\changlang-kiosk"

set "BROWSER="
for %%B in (
  "%ProgramFiles(x86)%\Microsoft\Edge\Application\msedge.exe"
  "%ProgramFiles%\Microsoft\Edge\Application\msedge.exe"
  "%ProgramFiles%\Google\Chrome\Application\chrome.exe"
  "%ProgramFiles(x86)%\Google\Chrome\Application\chrome.exe"
  "%LocalAppData%\Google\Chrome\Application\chrome.exe"
) do if not defined BROWSER if exist "%%~B" set "BROWSER=%%~B"
if not defined BROWSER goto nobrowser

set "EDGE="
if /i "%BROWSER:~-10%"=="msedge.exe" set "EDGE=--edge-kiosk-type=fullscreen --kiosk-idle-timeout-minutes=0"

rem The screen stays on and the computer awake while it is plugged in; no screen saver for this user.
powercfg /change monitor-timeout-ac 0 >nul 2>&1
powercfg /change standby-timeout-ac 0 >nul 2>&1
powercfg /change hibernate-timeout-ac 0 >nul 2>&1
reg add "HKCU\Control Panel\Desktop" /v ScreenSaveActive /t REG_SZ /d 0 /f >nul 2>&1

:again
rem An update that was interrupted between its two renames.
if not exist "%HERE%kiosk\" if exist "%HERE%kiosk.former\index.html" move "%HERE%kiosk.former" "%HERE%kiosk" >nul
set "PAGE=%HERE%index.html"
if exist "%HERE%kiosk\index.html" set "PAGE=%HERE%kiosk\index.html"
rem A fresh profile each time: nothing of the last visitor, nothing to restore. Its name is new as well, because a
rem browser that hangs still holds the last one, and would take the page into its own window.
if exist "%PROFILES%\" rd /s /q "%PROFILES%" >nul 2>&1
set "PROFILE=%PROFILES%\%RANDOM%%RANDOM%"
start "" /wait "%BROWSER%" --kiosk "%PAGE%" %EDGE% --user-data-dir="%PROFILE%" --no-first-run --no-default-browser-check --disable-pinch --overscroll-history-navigation=0 --disable-features=Translate,TranslateUI,OverscrollHistoryNavigation,TouchpadOverscrollHistoryNavigation,msEdgeSidebarV2,msImplicitSignin --disable-session-crashed-bubble --hide-crash-restore-bubble --noerrdialogs --disable-component-update --check-for-update-interval=31536000 --simulate-outdated-no-au="Tue, 31 Dec 2199 23:59:59 GMT" --disable-background-networking --disable-background-mode --disable-sync --disable-extensions --autoplay-policy=user-gesture-required
ping -n 3 127.0.0.1 >nul
goto again

:nobrowser
echo [K1] Neither Edge nor Chrome was found.
pause
exit /b 1
