#!/bin/bash
# What a variable holds where it is used.
token() {
  local url
  url="http://169.254.169.254/metadata/identity/oauth2/token"
  url+="?api-version=2019-08-01"
  url+="&resource=$1"
  curl -s -H Metadata:true "$url"
}

named() {
  local url="http://169.254.169.254/metadata/identity/oauth2/token?api-version=2019-08-01"
  url+="&resource=$1"
  if [ -n "$2" ]; then
    url+="&client_id=$2"
  fi
  curl -s -H Metadata:true "$url"
}

if [ "$CLOUD" = azure ]; then
  login="az login -i"
  $login
else
  login="gcloud auth login"
  $login
fi

args=(login)
args+=(--identity)
az "${args[@]}"

flags=--identity
[ -z "$ID" ] || flags+=" --client-id $ID"
az login $flags

for host in a b; do
  az login $mode
  mode=--identity
done

mode=$host
for host in a b; do
  mode=--identity
  az login $mode
done

set_kind() { kind="--client-id $ID"; }
kind=--identity
set_kind
az login $kind

local_kind() { local way=x; }
way=--identity
way+=" --allow-no-subscriptions"
az login $way

(sub=--identity)
sub=
az login $sub

case $CLOUD in
a) act=--identity ;;
*) act="--service-principal -u x -p y" ;;
esac
az login $act

while read -r line; do
  again+="$line"
  curl "$again"
done

unknown+=" --identity"
az login $unknown
