@echo off
rem az login --identity
:: az login --identity
call az login --identity
az login --identity --client-id %CLIENT_ID%
az login --identity %FLAGS%
if errorlevel 1 (
  az login -i ^
    --allow-no-subscriptions
)
azcopy login --identity & echo done
echo az login --identity
powershell -Command "Connect-AzAccount -Identity"
