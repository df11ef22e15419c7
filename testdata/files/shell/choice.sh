# Where the deployment chooses, off by default.
if [ -n "$CLIENT_ID" ]; then
  az login --identity --client-id "$CLIENT_ID"
else
  az login --identity
fi

[ -n "$CLIENT_ID" ] && az login -i --client-id "$CLIENT_ID" || az login -i

case "$MODE" in
user) az login -i --client-id "$ID" ;;
*) az login -i ;;
esac

if [ -z "${AZURE_CLIENT_ID}" ]; then az login -i; fi

# Said to be meant, off by default.
login_system_assigned() {
  az login --identity
}
if [ "$IDENTITY_TYPE" = "SystemAssigned" ]; then
  az login --identity
fi

# No choice.
if [ "$IDENTITY_TYPE" != "SystemAssigned" ]; then
  az login --identity
fi
if [ "$CLOUD" = azure ]; then
  az login --identity
else
  az login
fi
