package endpointlab.userdata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a shell remembers between commands. One thread only. */
public final class Environment {

    private final Map<String, String> variables;
    private final Map<String, Node> functions;
    private List<String> arguments;
    private String directory;
    private String user;
    private boolean exitOnError;
    private boolean trace;
    private int status;

    Environment(String user, String directory) {
        this(new HashMap<>(), new HashMap<>());
        this.user = user;
        this.directory = directory;
        this.arguments = List.of();
        becomeLogin();
    }

    private Environment(Map<String, String> variables, Map<String, Node> functions) {
        this.variables = variables;
        this.functions = functions;
    }

    /** What a subshell starts from. */
    Environment copy() {
        Environment copy = new Environment(new HashMap<>(variables), new HashMap<>(functions));
        copy.arguments = arguments;
        copy.directory = directory;
        copy.user = user;
        copy.exitOnError = exitOnError;
        copy.trace = trace;
        copy.status = status;
        return copy;
    }

    public String user() {
        return user;
    }

    /** Whether commands run as root. */
    public boolean isRoot() {
        return user.equals("root");
    }

    void setUser(String newUser) {
        user = newUser;
        becomeLogin();
    }

    private void becomeLogin() {
        variables.put("USER", user);
        variables.put("HOME", homeOf(user));
        variables.put("SHELL", "/bin/bash");
        variables.put("PATH", "/usr/local/bin:/usr/bin:/usr/local/sbin:/usr/sbin");
    }

    static String homeOf(String user) {
        return user.equals("root") ? "/root" : "/home/" + user;
    }

    /** The current directory. */
    public String directory() {
        return directory;
    }

    void setDirectory(String newDirectory) {
        variables.put("OLDPWD", directory);
        directory = newDirectory;
    }

    Optional<String> variable(String name) {
        return name.equals("PWD") ? Optional.of(directory) : Optional.ofNullable(variables.get(name));
    }

    void set(String name, String value) {
        variables.put(name, value);
    }

    void unset(String name) {
        variables.remove(name);
        functions.remove(name);
    }

    Map<String, String> variables() {
        return Map.copyOf(variables);
    }

    List<String> arguments() {
        return arguments;
    }

    void setArguments(List<String> newArguments) {
        arguments = new ArrayList<>(newArguments);
    }

    Optional<Node> function(String name) {
        return Optional.ofNullable(functions.get(name));
    }

    void define(String name, Node body) {
        functions.put(name, body);
    }

    boolean exitsOnError() {
        return exitOnError;
    }

    void setExitOnError(boolean on) {
        exitOnError = on;
    }

    boolean traces() {
        return trace;
    }

    void setTrace(boolean on) {
        trace = on;
    }

    /** Exit status of the last command. */
    public int status() {
        return status;
    }

    void setStatus(int newStatus) {
        status = newStatus;
    }
}
