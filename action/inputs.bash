# shellcheck shell=bash
# What action/check makes of the inputs: where it works, what it runs whichid with, and where the SARIF file goes.

check_inputs() {
	boolean annotations "$INPUT_ANNOTATIONS"
	boolean upload "$INPUT_UPLOAD"
	boolean fail "$INPUT_FAIL"
	case $INPUT_ONLY_NEW in
	none | diff | baseline) ;;
	*) misuse "only-new: \"$INPUT_ONLY_NEW\": use none, diff or baseline" ;;
	esac
	[ -z "$INPUT_BASE" ] || [ "$INPUT_ONLY_NEW" = diff ] || misuse "base: it is for only-new: diff"
	[ -z "$INPUT_BASELINE" ] || [ "$INPUT_ONLY_NEW" = baseline ] || misuse "baseline: it is for only-new: baseline"
}

boolean() {
	[ "$2" = true ] || [ "$2" = false ] || misuse "$1: \"$2\": use true or false"
}

# enter goes to the working folder, and finds the place of the SARIF file.
enter() {
	cd "$GITHUB_WORKSPACE" || exit 2
	sarif=$RUNNER_TEMP/whichid.sarif
	[ -z "$INPUT_SARIF" ] || place_sarif
	cd -- "$INPUT_WORKING_DIRECTORY" 2>/dev/null || misuse "working-directory: \"$INPUT_WORKING_DIRECTORY\": no such folder"
	if [ -n "$(git rev-parse --show-prefix 2>/dev/null)" ]; then
		say warning "working-directory: \"$INPUT_WORKING_DIRECTORY\" is not the root of the checkout, so annotations lead astray: use paths"
	fi
}

# place_sarif keeps the SARIF file out of what others may have made of the checkout: a link that leads elsewhere, a second line in
# the outputs.
place_sarif() {
	local folder name=${INPUT_SARIF##*/}
	folder=$(cd -- "$(dirname -- "$INPUT_SARIF")" 2>/dev/null && pwd -P) || misuse "sarif: \"$INPUT_SARIF\": no such folder"
	sarif=$folder/$name
	if [[ $INPUT_SARIF != /* && $INPUT_SARIF != ?:* && $folder/ != "$(pwd -P)"/* ]]; then # an absolute path is the workflow's own choice
		misuse "sarif: \"$INPUT_SARIF\" leads out of the workspace: use a file in it, or an absolute path"
	fi
	if [[ $sarif == *[$'\n\r']* ]]; then
		misuse "sarif: \"$INPUT_SARIF\": use a name of one line"
	fi
	if [ -z "$name" ] || [ -d "$sarif" ]; then
		misuse "sarif: \"$INPUT_SARIF\" is a folder: use a file"
	fi
}

# arguments collects what whichid is run with.
arguments() {
	local line
	arguments=(-color=never)
	while IFS= read -r line; do
		reserved "$line"
		arguments+=("$line")
	done < <(lines "$INPUT_FLAGS")
	case $INPUT_ONLY_NEW in
	baseline) arguments+=("-baseline=${INPUT_BASELINE:-.whichid-baseline.jsonl}") ;;
	diff)
		local base
		base=$(base)
		if [ -n "$base" ]; then
			arguments+=("-new-from=$base")
		else
			say notice "only-new: ${GITHUB_EVENT_NAME-} tells no earlier commit, so everything is new: base gives one"
		fi
		;;
	esac
	arguments+=(--)
	while IFS= read -r line; do
		arguments+=("$line")
	done < <(lines "$INPUT_PATHS")
}

# reserved refuses flags that would make of the run something else than a report.
reserved() {
	local name=${1#-}
	name=${name#-}
	case ${name%%=*} in
	"$1") ;; # a value
	fix | diff | format | write-baseline) misuse "flags: \"$1\": the action changes no file and has formats of its own: leave it out" ;;
	esac
}

# lines prints the lines of a text that are not blank.
lines() {
	printf '%s\n' "$1" | tr -d '\r' | grep '[^[:blank:]]' || true
}

# base prints the revision that new lines are told from, or nothing if there is none.
base() {
	if [ -n "$INPUT_BASE" ]; then
		printf '%s\n' "$INPUT_BASE"
	elif [ "${GITHUB_EVENT_NAME-}" = pull_request ] && is_merge; then
		echo 'HEAD^1'
	elif [ -n "${GITHUB_BASE_REF-}" ]; then
		printf '%s\n' "origin/$GITHUB_BASE_REF"
	elif [ -n "${EVENT_BASE//0/}" ]; then
		printf '%s\n' "$EVENT_BASE"
	fi
}

# is_merge tells whether the checkout is what actions/checkout takes for a pull request: the commit that merges it into its base.
is_merge() {
	[ "$(git rev-parse --quiet --verify HEAD)" = "$GITHUB_SHA" ] && git rev-parse --quiet --verify 'HEAD^2' >/dev/null
}

# misuse ends the step.
misuse() {
	say error "$1"
	exit 2
}

# say writes a message of a kind, error, warning or notice, as a workflow command.
say() {
	local text=$2
	text=${text//'%'/%25}
	text=${text//$'\r'/%0D}
	text=${text//$'\n'/%0A}
	echo "::$1 title=whichid::$text"
}
