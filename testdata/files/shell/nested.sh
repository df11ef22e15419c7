#!/bin/bash
bash <<X
az login -i
echo "$HOME"
X
sudo bash -s <<'X'
az login -i
X
ssh vm <<'X'
az login --identity
X
bash <<< "az login -i"
SCRIPT="#!/bin/bash
az login --identity --output \"none\"
"
read -r -d '' COMMANDS <<'X'
set -e
az login --identity
X
USER_DATA=$(cat <<'X'
#!/bin/sh
az login -i
X
)
login=(az login --identity)
"${login[@]}"
CMD="az login -i"
$CMD
run() { "$@"; }
docker run --rm mcr.microsoft.com/azure-cli az login --identity
docker run -e AZCOPY_LOG_LOCATION=/tmp "$IMAGE" azcopy login --identity
docker exec -it "$CONTAINER" bash -c 'az login -i && az account show'
kubectl exec "$POD" -n app -- az login --identity
poetry run az login --identity
