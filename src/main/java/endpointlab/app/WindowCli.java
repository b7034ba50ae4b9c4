package endpointlab.app;

import endpointlab.ui.shared.OpenLab;
import endpointlab.ui.wizard.CliEnvironment;
import endpointlab.ui.wizard.CliSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** What the AWS CLI tab of an open lab shows. */
record WindowCli(OpenLab open, Executor background) implements CliSource {

    @Override
    public CompletableFuture<List<String>> commands(String specId) {
        return CompletableFuture.supplyAsync(() -> open.session().cliCommands(specId), background);
    }

    @Override
    public Optional<CliEnvironment> environment() {
        return open instanceof WindowLab lab ? lab.served().map(cloud -> new CliEnvironment(cloud.endpoint(),
                cloud.region(), cloud.accessKeyId(), cloud.secretAccessKey())) : Optional.empty();
    }
}
