package main

import (
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// hostileFiles are those of a repository that wants to run, read or write something else. EVIL is a program that leaves a trace.
func hostileFiles() map[string]string {
	const library = "import \"github.com/Azure/azure-sdk-for-go/sdk/azidentity\"\n\n"
	const credential = "var C, errC = azidentity.NewManagedIdentityCredential(nil)\n"
	return map[string]string{
		"go.mod": "module example.com/hostile\n\ngo 1.25\n\ntoolchain go1.99.0-evil\n\nrequire example.com/outside v1.0.0\n\n" +
			"replace example.com/outside => ../outside\n\nreplace example.com/absolute => EVIL\n",
		"go.work":        "go 1.25\n\nuse (\n\t.\n\t../outside\n)\n",
		"go.env":         "GOFLAGS=-toolexec=EVIL\nGOTOOLCHAIN=path\nCC=EVIL\n",
		".go/go/env":     "GOFLAGS=-toolexec=EVIL\n",
		"a.go":           "package hostile\n\n" + library + "//go:generate EVIL\n\n" + credential,
		"cgo.go":         "package hostile\n\n// #cgo CFLAGS: -fplugin=EVIL -wrapper EVIL\n// #cgo pkg-config: --define-prefix EVIL\nimport \"C\"\n\n" + library + "var D, errD = azidentity.NewManagedIdentityCredential(nil)\n",
		"embed.go":       "package hostile\n\nimport _ \"embed\"\n\n//go:embed ../outside/secret\nvar secret string\n",
		"imports.go":     "package hostile\n\nimport \"example.com/outside\"\n\nvar _ = outside.Secret\n",
		"evil.yaml":      "enable: [all]\nid: ['expr:evil()@example.com/evil']\nbaseline: ../../../../../../../../etc/passwd\n",
		"bomb.yaml":      "enable: &a [&b [*a, *a], *b]\n",
		"login.sh":       "az login -i # $(EVIL) `EVIL`\n",
		"deploy.yml":     "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: az login -i\n",
		".gitattributes": "* filter=evil diff=evil merge=evil text=auto\n",
		".gitmodules":    "[submodule \"x\"]\n\tpath = x\n\turl = ext::EVIL\n\tupdate = !EVIL\n",
		".gitignore":     strings.Repeat("*a", 200) + "b\n" + strings.Repeat("**/", 200) + "b\n" + strings.Repeat("[!a]*", 200) + "\n",
		"names/a\n::error file=a.go::evil\n##[error]evil.sh": "az login -i\n",
		"names/b\x1b]0;evil\x07\x1b[31m.sh":                  "az login -i\n",
		"names/c\u202egnp.\u2066.sh":                         "az login -i\n",
		"names/d\xff%0A%0D::warning::evil]]>.sh":             "az login -i\n",
		"names/e.sh":                                         "az login -i # whichid:\x1b[31m\n# whichid:ignore ::error::evil\r::error::evil -- \x1b[2J\n",
	}
}

// A hostileTree is a repository below a folder, and what lies beside it.
type hostileTree struct {
	top, repo, outside, evil, ran string
}

func newHostileTree(t *testing.T) hostileTree {
	t.Helper()
	temp, err := filepath.EvalSymlinks(t.TempDir())
	must(t, err)
	h := hostileTree{
		top: temp, repo: filepath.Join(temp, "repo"), outside: filepath.Join(temp, "outside"), evil: filepath.Join(temp, "repo", "evil"),
		ran: filepath.Join(temp, "ran"),
	}
	files := map[string]string{
		"repo/evil":             "#!/bin/sh\necho ran >>" + h.ran + "\n",
		"outside/go.mod":        "module example.com/outside\n\ngo 1.25\n",
		"outside/outside.go":    "package outside\n\nimport \"github.com/Azure/azure-sdk-for-go/sdk/azidentity\"\n\nvar Secret, err = azidentity.NewManagedIdentityCredential(nil)\n",
		"outside/linked.sh":     "az login -i\n",
		"outside/secret":        "root:x:0:0\n",
		"outside/.whichid.yaml": "disable: [all]\n",
	}
	for name, text := range hostileFiles() {
		files["repo/"+name] = text
	}
	for name, text := range files {
		path := filepath.Join(temp, name)
		must(t, os.MkdirAll(filepath.Dir(path), 0o755))
		must(t, os.WriteFile(path, []byte(strings.ReplaceAll(text, "EVIL", h.evil)), 0o644))
	}
	must(t, os.Chmod(h.evil, 0o755))
	h.link(t)
	h.commit(t)
	return h
}

// link plants what is no regular file, and names that lead elsewhere.
func (h hostileTree) link(t *testing.T) {
	t.Helper()
	links := map[string]string{
		"link.go": "../outside/outside.go", "link.sh": "../outside/linked.sh", "absolute.sh": filepath.Join(h.outside, "linked.sh"),
		"folder": "../outside", "up": "..", "loop": "loop", "loop.sh": "loop.sh", "gone.go": "nowhere.go", "root": "/",
		"proc.go": "/proc/self/environ", "passwd.sh": "/etc/passwd", "zero.sh": "/dev/zero", "names/.gitignore": "../../outside/secret",
		".login.sh.whichid": "../outside/planted", ".known.jsonl.whichid": "../outside/planted",
		"linked.jsonl": "../outside/baseline", "vendor": "../outside",
	}
	for name, target := range links {
		must(t, os.Symlink(target, filepath.Join(h.repo, name)))
	}
	must(t, os.Link(filepath.Join(h.outside, "linked.sh"), filepath.Join(h.repo, "hard.sh")))
	for _, name := range []string{"pipe.sh", "pipe.yaml", "names/Dockerfile"} {
		must(t, syscall.Mkfifo(filepath.Join(h.repo, name), 0o644))
	}
	socket, err := (&net.ListenConfig{}).Listen(t.Context(), "unix", filepath.Join(h.repo, "s.sh"))
	must(t, err)
	t.Cleanup(func() { _ = socket.Close() })
}

// commit makes it a repository of git whose configuration names programs wherever it can.
func (h hostileTree) commit(t *testing.T) {
	t.Helper()
	config := "[core]\n\tfsmonitor = EVIL\n\thooksPath = EVIL.d\n\tsshCommand = EVIL\n\tpager = EVIL\n\teditor = EVIL\n\taskPass = EVIL\n\tgitProxy = EVIL\n" +
		"\talternateRefsCommand = EVIL\n\tattributesFile = " + filepath.Join(h.repo, ".gitattributes") + "\n[diff]\n\texternal = EVIL\n[diff \"evil\"]\n\tcommand = EVIL\n\ttextconv = EVIL\n" +
		"[filter \"evil\"]\n\tclean = EVIL\n\tsmudge = EVIL\n\tprocess = EVIL\n\trequired = true\n[alias]\n\trev-parse = !EVIL\n\tls-tree = !EVIL\n\tcat-file = !EVIL\n\tmerge-base = !EVIL\n" +
		"[credential]\n\thelper = !EVIL\n[gpg]\n\tprogram = EVIL\n[uploadpack]\n\tpackObjectsHook = EVIL\n[extensions]\n\tpartialClone = evil\n" +
		"[remote \"evil\"]\n\turl = ext::EVIL\n\tpromisor = true\n\tpartialclonefilter = blob:none\n[include]\n\tpath = ../../outside/secret.config\n[includeIf \"gitdir:/\"]\n\tpath = " + h.repo + "/evil.config\n"
	script := `git init -q -b main . && git add -A && git commit -qm one && cp login.sh new.sh && git add new.sh && echo >>deploy.yml &&
		printf '[pager]\n\tls-tree = EVIL\n[log]\n\tshowSignature = true\n' >evil.config &&
		mkdir evil.d && for hook in post-index-change fsmonitor-watchman post-checkout reference-transaction pre-commit query-watchman; do cp evil evil.d/$hook; cp evil .git/hooks/$hook; done &&
		printf '%s' "$CONFIG" >>.git/config && echo "$PWD/../outside" >.git/objects/info/alternates && rm -f "$RAN"`
	cmd := exec.CommandContext(t.Context(), "sh", "-ec", strings.ReplaceAll(script, "EVIL", h.evil))
	cmd.Dir = h.repo
	cmd.Env = append(os.Environ(), "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL=/dev/null", "GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@example.com",
		"GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@example.com", "CONFIG="+strings.ReplaceAll(config, "EVIL", h.evil), "RAN="+h.ran)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
