package endpointlab.userdata;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Commands that change the shell itself. */
final class ShellBuiltins {

    private ShellBuiltins() {
    }

    static void addTo(Map<String, Program> programs) {
        programs.put("cd", ShellBuiltins::changeDirectory);
        programs.put("pwd", call -> say(call, call.shell().environment().directory()));
        programs.put("exit", ShellBuiltins::exit);
        programs.put("logout", ShellBuiltins::exit);
        programs.put("break", call -> {
            throw new LoopControl(true);
        });
        programs.put("continue", call -> {
            throw new LoopControl(false);
        });
        programs.put("export", ShellBuiltins::export);
        programs.put("readonly", ShellBuiltins::export);
        programs.put("local", ShellBuiltins::export);
        programs.put("unset", call -> {
            call.arguments().forEach(call.shell().environment()::unset);
            return 0;
        });
        programs.put("set", ShellBuiltins::set);
        programs.put("env", ShellBuiltins::env);
        programs.put("source", ShellBuiltins::source);
        programs.put(".", ShellBuiltins::source);
        programs.put("bash", ShellBuiltins::bash);
        programs.put("sh", ShellBuiltins::bash);
        programs.put("which", ShellBuiltins::which);
        for (String accepted : List.of(":", "true", "wait", "umask", "ulimit", "trap", "alias", "shopt", "sync")) {
            programs.put(accepted, call -> 0);
        }
        programs.put("false", call -> 1);
    }

    private static int say(Call call, String text) throws IOException {
        call.line(text);
        return 0;
    }

    private static int changeDirectory(Call call) throws IOException {
        String target = call.arguments().isEmpty() ? call.shell().variable("HOME") : call.arguments().get(0);
        String wanted = target.equals("-") ? call.shell().variable("OLDPWD") : target;
        Optional<FileEntry> entry = call.files().find(call.path(wanted));
        String problem = entry.isEmpty() ? FileProblem.MISSING
                : !entry.get().isDirectory() ? FileProblem.NOT_DIRECTORY
                : !entry.get().maySearch(call.user()) ? FileProblem.DENIED : "";
        if (!problem.isEmpty()) {
            call.shell().complain(call.streams(), 1, "cd: " + wanted + ": " + problem);
            return 1;
        }
        call.shell().environment().setDirectory(call.path(wanted));
        return 0;
    }

    private static int exit(Call call) throws IOException {
        if (call.arguments().isEmpty()) {
            throw new ShellExit(call.shell().environment().status());
        }
        String status = call.arguments().get(0);
        if (!status.matches("-?\\d{1,9}")) {
            call.shell().complain(call.streams(), 1, "exit: " + status + ": numeric argument required");
            throw new ShellExit(2);
        }
        throw new ShellExit(Integer.parseInt(status) & 255);
    }

    private static int export(Call call) {
        for (String argument : call.arguments()) {
            int equals = argument.indexOf('=');
            if (equals > 0) {
                call.shell().environment().set(argument.substring(0, equals), argument.substring(equals + 1));
            }
        }
        return 0;
    }

    private static int set(Call call) {
        Environment environment = call.shell().environment();
        List<String> arguments = call.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            boolean on = argument.startsWith("-");
            if (argument.equals("--")) {
                environment.setArguments(arguments.subList(i + 1, arguments.size()));
                break;
            }
            String letters = argument.isEmpty() ? "" : argument.substring(1);
            if (letters.endsWith("o") && i + 1 < arguments.size()) {
                String name = arguments.get(++i);
                letters += name.equals("errexit") ? "e" : name.equals("xtrace") ? "x" : "";
            }
            if (letters.contains("e")) {
                environment.setExitOnError(on);
            }
            if (letters.contains("x")) {
                environment.setTrace(on);
            }
        }
        return 0;
    }

    private static int env(Call call) throws IOException {
        for (Map.Entry<String, String> variable
                : new TreeMap<>(call.shell().environment().variables()).entrySet()) {
            call.line(variable.getKey() + "=" + variable.getValue());
        }
        return 0;
    }

    private static int source(Call call) throws IOException, InterruptedException {
        if (call.arguments().isEmpty()) {
            call.shell().complain(call.streams(), 1, call.name() + ": filename argument required");
            return 2;
        }
        String file = call.arguments().get(0);
        try {
            byte[] script = call.files().read(call.path(file), call.user());
            return call.shell().run(new String(script, StandardCharsets.UTF_8), call.streams());
        } catch (FileProblem problem) {
            call.shell().complain(call.streams(), 1, file + ": " + problem.getMessage());
            return 1;
        }
    }

    /** {@code bash -c 'commands'}, {@code bash file}, or commands from standard input. */
    private static int bash(Call call) throws IOException, InterruptedException {
        Options options = Options.read(call.arguments(), "exlis", "c");
        Shell another = call.shell().another(call.name());
        another.environment().setExitOnError(options.has("e"));
        another.environment().setTrace(options.has("x"));
        if (options.has("c")) {
            return another.run(options.value("c").orElseThrow(), call.streams());
        }
        if (options.operands().isEmpty() && call.shell().isInteractive()) {
            call.shell().nest(call.user());
            return 0;
        }
        if (options.operands().isEmpty()) {
            String script = new String(call.streams().in().readAllBytes(), StandardCharsets.UTF_8);
            return another.run(script, call.streams());
        }
        String file = options.operands().get(0);
        List<String> arguments = options.operands().subList(1, options.operands().size());
        try {
            return new ScriptFile(call.shell()).run(call.path(file), file, arguments, call.streams());
        } catch (FileProblem problem) {
            call.error(call.name() + ": " + file + ": " + problem.getMessage());
            return 127;
        }
    }

    private static int which(Call call) throws IOException {
        int status = 0;
        for (String name : call.arguments()) {
            if (call.shell().programs().find(name).isPresent()) {
                call.line("/usr/bin/" + name);
            } else {
                call.error("/usr/bin/which: no " + name + " in (" + call.shell().variable("PATH") + ")");
                status = 1;
            }
        }
        return status;
    }
}
