package command

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"strconv"
	"syscall"

	"alingsas.se/dialog/generator/diag"
	"alingsas.se/dialog/generator/preview"
	"alingsas.se/dialog/generator/workspace"
)

// standardAddr is where the preview listens if nothing else is said.
const standardAddr = "127.0.0.1:8080"

type serveCommand struct {
	place
	memory
	Addr   string `default:"127.0.0.1:8080" placeholder:"HOST:PORT" help:"Where to listen; on this computer only."`
	Drafts bool   `help:"Show drafts from the start. The preview's bar switches them."`
	Future bool   `help:"Show what is under embargo from the start."`
	Now    string `placeholder:"TIME" help:"Show the site as at that moment."`
	Poll   bool   `help:"Look for changes again and again, for network drives."`
	Open   bool   `help:"Open the site in the browser."`
}

// Run shows the site and keeps it up to date until it is interrupted.
func (s *serveCommand) Run(env Environment) error {
	listener, err := listen(s.Addr)
	if err != nil {
		return err
	}
	defer listener.Close()
	address := "http://" + listener.Addr().String()
	p, err := s.preview(env)
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	fmt.Fprintln(env.Stdout, summary(s.spoken(env, p.FirstLanguage()), "serving", address))
	if s.Open {
		openBrowser(address)
	}
	err = p.Run(ctx, listener)
	s.memory.tell(env, s.spoken(env, p.FirstLanguage()), p.Close())
	return err
}

// preview opens the folders.
func (s *serveCommand) preview(env Environment) (*workspace.Preview, error) {
	how := workspace.Live{
		Clock:    env.Clock,
		Language: func(first string) string { return s.spoken(env, first) },
		Report:   func(r preview.Result) { tellState(env, r) },
		Say:      func(text string) { fmt.Fprintln(env.Stderr, "generator:", text) },
	}
	if s.Poll {
		how.Poll = preview.Poll
	}
	return workspace.NewPreview(workspace.Job{
		Content: s.contentDir(), Templates: s.templatesDir(), Static: s.staticDir(), Admin: s.adminDir(), Editor: s.editorDir(),
		Drafts: s.Drafts, Future: s.Future, Now: s.Now, Clock: env.Clock(), Cache: s.memory.dir(env),
	}, how)
}

// tellState tells the terminal of a new state, short: the panel in the browser has the rest.
func tellState(env Environment, r preview.Result) {
	errs, warnings := r.Diags.Count()
	if err := report(env, env.Stderr, r.Language).Write(env.Stderr, r.Diags.AtLeast(diag.Warning).WorstFirst()); err != nil {
		return
	}
	fmt.Fprintln(env.Stdout, summary(r.Language, "shown", env.Clock().Format("15:04:05"), len(r.Table), count(r.Language, errs, "error"), count(r.Language, warnings, "warning")))
}

// listen takes the address, or says which is free next to it. Addresses that other computers reach are
// refused: the preview shows drafts.
func listen(addr string) (net.Listener, error) {
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, diag.Usage(diag.Both("--addr "+addr+" är ingen adress", "--addr "+addr+": "+err.Error()),
			diag.Both("skriv till exempel --addr 127.0.0.1:8080", "write for example --addr 127.0.0.1:8080"))
	}
	if host == "localhost" || host == "" {
		host = "127.0.0.1"
	}
	if ip := net.ParseIP(host); ip == nil || !ip.IsLoopback() {
		return nil, diag.Usage(diag.Both("--addr "+addr+" kan nås av andra, och förhandsvisningen visar utkast", "--addr "+addr+" can be reached by others, and the preview shows drafts"),
			diag.Both("använd --addr 127.0.0.1:"+port, "use --addr 127.0.0.1:"+port))
	}
	l, err := net.Listen("tcp", net.JoinHostPort(host, port))
	if errors.Is(err, addressInUse) {
		return nil, portTaken(host, port)
	}
	return l, err
}

func portTaken(host, port string) error {
	free := net.JoinHostPort(host, nextFree(host, port))
	return diag.Usage(diag.Both("port "+port+" är upptagen: är en annan förhandsvisning igång?", "port "+port+" is taken: is another preview running?"),
		diag.Both("använd --addr "+free, "use --addr "+free))
}

// nextFree finds the next port that nobody listens on.
func nextFree(host, port string) string {
	n, err := strconv.Atoi(port)
	if err != nil {
		return "0"
	}
	for next := n + 1; next < min(n+100, 1<<16); next++ {
		l, err := net.Listen("tcp", net.JoinHostPort(host, strconv.Itoa(next)))
		if err == nil {
			l.Close()
			return strconv.Itoa(next)
		}
	}
	return "0"
}

// openBrowser asks the system to show an address. That it can't is no reason to stop: the address has been
// printed.
func openBrowser(address string) {
	name, args := "xdg-open", []string{address}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", address}
	}
	if cmd := exec.Command(name, args...); cmd.Start() == nil {
		go cmd.Wait()
	}
}
