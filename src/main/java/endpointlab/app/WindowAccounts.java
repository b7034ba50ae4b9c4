package endpointlab.app;

import endpointlab.aws.AwsAccess;
import endpointlab.aws.AwsMachine;
import endpointlab.aws.MfaPrompt;
import endpointlab.clock.Pace;
import endpointlab.lab.Identity;
import endpointlab.lab.LabState;
import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import endpointlab.ui.shared.AccountDesk;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/** The accounts that this computer has credentials for, for the window. */
final class WindowAccounts implements AccountDesk {

    private final Surroundings around;
    private final WindowDesk desk;
    private final MfaPrompt prompt;
    private final ExecutorService background;

    WindowAccounts(Surroundings around, WindowDesk desk, MfaPrompt prompt, ExecutorService background) {
        this.around = around;
        this.desk = desk;
        this.prompt = prompt;
        this.background = background;
    }

    @Override
    public Choices choices() {
        AwsMachine machine = around.machine();
        List<Profile> profiles = machine.profiles().stream()
                .map(profile -> new Profile(profile.name(), profile.region().orElse(""))).toList();
        return new Choices(profiles, machine.hasKeysInEnvironment(), machine.usualProfile());
    }

    @Override
    public CompletableFuture<OpenAccount> enter(Wish wish) {
        return CompletableFuture.supplyAsync(() -> open(wish), background);
    }

    private OpenAccount open(Wish wish) {
        Optional<String> profile = Optional.of(wish.profile()).filter(name -> !name.isEmpty());
        Optional<CloudAddress> address = address();
        LabState state = desk.planned(wish.lab());
        Cloud cloud = around.clouds().account(
                new AwsAccess(profile, state.region(), address.map(CloudAddress::endpoint)), Optional.empty(), Pace.AWS,
                around.machine(), prompt);
        try {
            Identity identity = new WhoAmI(cloud, background).ask();
            LabAtWork.Way way = new LabAtWork.Way(address, profile, Pace.AWS, Trouble.none(), prompt,
                    Optional.of(cloud));
            return new WindowAccount(new WindowAccount.Entered(cloud, identity, way),
                    state.withAccount(identity.accountId()),
                    AwsModeOptions.of(wish.sshFromOwnAddress(), wish.vpcQuota()), desk, background);
        } catch (RuntimeException failure) {
            cloud.close();
            throw failure;
        }
    }

    private Optional<CloudAddress> address() {
        try {
            return around.machine().endpointUrl().map(url -> CloudAddress.parse(url, null));
        } catch (BadInput malformed) {
            throw new ProblemException(new Problem("BadEndpoint", "window.bad-endpoint.cause",
                    "window.bad-endpoint.remedy", List.of(around.machine().endpointUrl().orElse("")), "", "", ""),
                    malformed);
        }
    }
}
