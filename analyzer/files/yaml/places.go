package yaml

import (
	"slices"

	"github.com/whichid/whichid/analyzer/files/site"
)

// A place is a key whose value is a script, or several that run one after the other.
type place struct {
	// path is the end of the path to the value: keys with a slash between, * for any key, [] for an item of a list; all of the
	// path if it begins with ^.
	path     string
	language site.Language // unless something says another
	by       string        // paths, seen from each mapping around, that say the language
	windows  site.Language // what the script is on Windows, if that is something else and nothing says the language
	macro    string        // what begins a name that is filled in before the script is run
	image    bool          // the first word is the image of a container
	bare     bool          // no shell runs it: no variable is filled in
	filled   bool          // names in braces may be filled in before
	words    bool          // a list is one command, word by word, and not one line each
}

// How macros begin.
const (
	dollar = "$("   // Azure Pipelines, Tekton: https://learn.microsoft.com/azure/devops/pipelines/process/variables
	angle  = "<< "  // CircleCI: https://circleci.com/docs/pipeline-variables/
	square = "$[[ " // GitLab: https://docs.gitlab.com/ci/inputs/
	// All of a string in an ARM template: https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions
	expression = "["
)

// byShell is the key that names the shell in many formats.
const byShell = "shell"

// closing returns what a macro ends with.
func closing(macro string) string {
	return map[string]string{dollar: ")", angle: " >>", square: " ]]", expression: "]"}[macro]
}

// places is the table.
func places() []place { return slices.Concat(pipelines(), machines(), programs()) }

// pipelines are the places in what builds and deploys.
func pipelines() []place {
	return []place{
		// https://docs.github.com/actions/reference/workflow-syntax-for-github-actions#jobsjob_idstepsrun
		// https://docs.github.com/actions/sharing-automations/creating-actions/metadata-syntax-for-github-actions
		// https://circleci.com/docs/configuration-reference/#run
		{path: "steps[]/run", language: site.Shell, by: "shell defaults/run/shell", windows: site.PowerShell, macro: angle},
		{path: "steps[]/run/command", language: site.Shell, by: byShell, macro: angle},
		// https://learn.microsoft.com/azure/devops/pipelines/yaml-schema/steps
		// https://tekton.dev/docs/pipelines/tasks/#running-scripts-within-steps
		{path: "steps[]/script", language: site.Shell, windows: site.Batch, macro: dollar},
		{path: "steps[]/bash", language: site.Shell, macro: dollar},
		{path: "steps[]/pwsh", language: site.PowerShell, macro: dollar},
		{path: "steps[]/powershell", language: site.PowerShell, macro: dollar},
		// https://learn.microsoft.com/azure/devops/pipelines/tasks/reference
		{path: "inputs/inlineScript", by: "scriptType task", macro: dollar},
		{path: "inputs/script", by: "scriptType task", macro: dollar},
		{path: "inputs/inline", by: "scriptType task", macro: dollar},
		{path: "inputs/Inline", by: "scriptType task", macro: dollar},
		// https://github.com/Azure/cli, https://github.com/Azure/powershell
		{path: "with/inlineScript", by: "uses"},
		// https://docs.gitlab.com/ci/yaml/#script
		{path: "^*/script", language: site.Shell, macro: square},
		{path: "^*/before_script", language: site.Shell, macro: square},
		{path: "^*/after_script", language: site.Shell, macro: square},
		{path: "^before_script", language: site.Shell, macro: square},
		{path: "^after_script", language: site.Shell, macro: square},
	}
}

// machines are the places in what sets machines up.
func machines() []place {
	return []place{
		// https://cloudinit.readthedocs.io/en/latest/reference/modules.html
		{path: "^runcmd", language: site.Shell},
		{path: "^bootcmd", language: site.Shell},
		{path: "^write_files[]/content", by: "path"},
		// https://cluster-api.sigs.k8s.io/tasks/bootstrap/kubeadm-bootstrap/, and clusterctl/commands/generate-yaml there: templates
		{path: "files[]/content", by: "path", filled: true},
		{path: "preKubeadmCommands", language: site.Shell, filled: true},
		{path: "postKubeadmCommands", language: site.Shell, filled: true},
		{path: "preK3sCommands", language: site.Shell, filled: true},
		{path: "postK3sCommands", language: site.Shell, filled: true},
		{path: "preRKE2Commands", language: site.Shell, filled: true},
		{path: "postRKE2Commands", language: site.Shell, filled: true},
		// https://docs.ansible.com/ansible/latest/collections/ansible/builtin, ansible/windows
		{path: "[]/shell", language: site.Shell},
		{path: "[]/shell/cmd", language: site.Shell},
		{path: "[]/ansible.builtin.shell", language: site.Shell},
		{path: "[]/ansible.builtin.shell/cmd", language: site.Shell},
		{path: "[]/raw", language: site.Shell},
		{path: "[]/ansible.builtin.raw", language: site.Shell},
		{path: "[]/command", language: site.Shell, bare: true, words: true},
		{path: "[]/command/cmd", language: site.Shell, bare: true, words: true},
		{path: "[]/ansible.builtin.command", language: site.Shell, bare: true, words: true},
		{path: "[]/ansible.builtin.command/cmd", language: site.Shell, bare: true, words: true},
		{path: "[]/win_shell", language: site.PowerShell},
		{path: "[]/ansible.windows.win_shell", language: site.PowerShell},
		{path: "[]/ansible.windows.win_powershell/script", language: site.PowerShell},
		// https://learn.microsoft.com/azure/container-registry/container-registry-tasks-reference-yaml#cmd
		{path: "steps[]/cmd", language: site.Shell, image: true, bare: true},
	}
}

// programs are the places in what starts containers and tools.
func programs() []place {
	return []place{
		// https://docs.docker.com/reference/compose-file/services/#command
		{path: "services/*/command", language: site.Shell, bare: true, words: true},
		{path: "services/*/entrypoint", language: site.Shell, bare: true, words: true},
		{path: "services/*/healthcheck/test", language: site.Shell},
		// https://argo-workflows.readthedocs.io/en/latest/fields/#scripttemplate
		{path: "script/source", language: site.Shell, by: "command"},
		// https://containers.dev/implementors/json_reference/#lifecycle-scripts
		{path: "^onCreateCommand", language: site.Shell, words: true},
		{path: "^updateContentCommand", language: site.Shell, words: true},
		{path: "^postCreateCommand", language: site.Shell, words: true},
		{path: "^postStartCommand", language: site.Shell, words: true},
		{path: "^postAttachCommand", language: site.Shell, words: true},
		{path: "^onCreateCommand/*", language: site.Shell, words: true},
		{path: "^updateContentCommand/*", language: site.Shell, words: true},
		{path: "^postCreateCommand/*", language: site.Shell, words: true},
		{path: "^postStartCommand/*", language: site.Shell, words: true},
		{path: "^postAttachCommand/*", language: site.Shell, words: true},
		// https://docs.npmjs.com/cli/v11/using-npm/scripts
		{path: "^scripts/*", language: site.Shell, bare: true},
		// https://taskfile.dev/docs/reference/schema
		{path: "tasks/*", language: site.Shell},
		{path: "tasks/*/cmd", language: site.Shell},
		{path: "tasks/*/cmds", language: site.Shell},
		{path: "tasks/*/cmds[]/cmd", language: site.Shell},
		// https://learn.microsoft.com/azure/virtual-machines/extensions/custom-script-linux, run-command-managed
		// https://learn.microsoft.com/azure/azure-resource-manager/templates/deployment-script-template
		{path: "commandToExecute", language: site.Shell, macro: expression},
		{path: "source/script", language: site.Shell},
		{path: "scriptContent", by: "azPowerShellVersion azCliVersion kind", macro: expression},
		// https://learn.microsoft.com/azure/developer/azure-developer-cli/azd-extensibility
		{path: "hooks/*/run", language: site.Shell, by: byShell},
		{path: "hooks/*[]/run", language: site.Shell, by: byShell},
		{path: "hooks/*/posix/run", language: site.Shell, by: byShell},
		{path: "hooks/*/windows/run", language: site.PowerShell, by: byShell},
	}
}

// An argv is a mapping of which some keys together, the first of them at least, are a command line, word by word.
type argv struct{ keys string }

// argvs is the table. Of rows with the same keys the first wins.
func argvs() []argv {
	return []argv{
		{"entrypoint command"}, // https://docs.docker.com/reference/compose-file/services/#entrypoint
		// https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/
		// https://kubernetes.io/docs/reference/config-api/client-authentication.v1/
		{"command args"},
		{"command arguments"}, // https://porter.sh/docs/mixins/exec/
		{"argv"},              // https://docs.ansible.com/ansible/latest/collections/ansible/builtin/command_module.html
		{"args"},
	}
}

// A spoken is a word that says a language: the name of a shell, a task, a program or a key.
type spoken struct {
	names    string
	language site.Language
}

// languages is the table; the sources are those of the places.
func languages() []spoken {
	return []spoken{
		{"sh bash dash ash zsh ksh posix azurecli cli azclivers azcliversion cmdline shellscript", site.Shell},
		{"pwsh powershell ps pscore azurepowershell azpowershellversion", site.PowerShell},
		{"python python2 python3 pythonscript", site.Python},
		{"cmd batch batchscript", site.Batch},
	}
}

// endings says what the files are that a key names.
func endings() []spoken {
	return []spoken{
		{".sh .bash .zsh", site.Shell},
		{".ps1 .psm1", site.PowerShell},
		{".py", site.Python},
		{".cmd .bat", site.Batch},
		{".yaml .yml .json", site.YAML},
	}
}
