package endpointlab;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Supplier;
import javafx.application.Platform;

/** Who may use whom; each rule says why. */
@AnalyzeClasses(packages = "endpointlab", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static ArchRule onlyUses(String name, String... allowed) {
        String[] own = new String[allowed.length + 1];
        own[0] = "endpointlab." + name + "..";
        for (int i = 0; i < allowed.length; i++) {
            own[i + 1] = "endpointlab." + allowed[i] + "..";
        }
        return classes().that().resideInAPackage("endpointlab." + name + "..").should().onlyDependOnClassesThat(
                not(resideInAPackage("endpointlab..")).or(resideInAnyPackage(own)));
    }

    @ArchTest
    static final ArchRule network = onlyUses("network", "ip")
            .because("the judge is asked by the practice cloud, the diagram and the diagnosis alike");

    @ArchTest
    static final ArchRule practice = onlyUses("practice", "network", "files", "clock", "ip", "userdata")
            .because("an AWS knows nothing of labs, steps or screens, or it would be a demo of this one lab");

    @ArchTest
    static final ArchRule lab = onlyUses("lab", "clock", "ip")
            .because("the model is what everybody else stands on");

    @ArchTest
    static final ArchRule resource = onlyUses("resource", "aws", "lab", "clock", "ip")
            .because("a handler is ordinary SDK code for one kind of resource and knows no screen and no run");

    @ArchTest
    static final ArchRule aws = onlyUses("aws", "network", "lab", "clock", "ip")
            .because("above the clients nothing knows which cloud it talks to");

    @ArchTest
    static final ArchRule run = onlyUses("run", "resource", "aws", "network", "lab", "clock", "userdata", "ip")
            .because("the engine reaches disk and probes only through interfaces of its own");

    @ArchTest
    static final ArchRule probe = onlyUses("probe", "run", "lab", "clock", "userdata")
            .because("a check looks from outside, as a person would");

    @ArchTest
    static final ArchRule store = onlyUses("store", "run", "files", "lab", "settings", "i18n")
            .because("it writes what it is given and decides nothing");

    @ArchTest
    static final ArchRule settings = onlyUses("settings", "lab", "ip", "clock", "i18n")
            .because("a choice is known to screens and to the disk alike, and knows neither");

    @ArchTest
    static final ArchRule cost = onlyUses("cost", "lab")
            .because("a bill is told from the lab's state alone");

    @ArchTest
    static final ArchRule preflight = onlyUses("preflight", "run", "resource", "aws", "cost", "lab", "ip")
            .because("it looks at an account with the lab's own requests and changes nothing");

    @ArchTest
    static final ArchRule export = onlyUses("export", "aws", "lab", "cost", "i18n", "clock")
            .because("an export is a text told from the lab's data and state: it reaches no cloud, disk or screen");

    @ArchTest
    static final ArchRule ui = onlyUses("ui", "run", "preflight", "lab", "network", "cost", "export", "i18n", "clock", "settings")
            .because("a screen shows what the engine says; no screen asks AWS, a disk or a socket");

    @ArchTest
    static final ArchRule javaFx = noClasses().that().resideOutsideOfPackages("endpointlab.ui..", "endpointlab.app..")
            .should().dependOnClassesThat(resideInAnyPackage("javafx..", "atlantafx..", "org.kordamp.."))
            .because("the engine runs in a terminal too");

    @ArchTest
    static final ArchRule sdkTypes = noClasses().that()
            .resideOutsideOfPackages("endpointlab.aws..", "endpointlab.resource..", "endpointlab.preflight..",
                    "endpointlab.practice..")
            .should().dependOnClassesThat(resideInAPackage("software.amazon.awssdk.services.."))
            .because("screens, steps and texts must not change when the SDK does");

    @ArchTest
    static final ArchRule jsch = noClasses().that().resideOutsideOfPackage("endpointlab.probe..")
            .should().dependOnClassesThat(resideInAPackage("com.jcraft.jsch.."))
            .because("one place verifies host keys");

    @ArchTest
    static final ArchRule fxThread = noClasses().that().doNotHaveSimpleName("FxThread")
            .should().callMethod(Platform.class, "runLater", Runnable.class)
            .because("one bridge coalesces what the engine tells, or a quick lab would drown the screen");

    @ArchTest
    static final ArchRule backgroundWorkHasItsExecutor = noClasses()
            .should().callMethod(CompletableFuture.class, "supplyAsync", Supplier.class)
            .orShould().callMethod(CompletableFuture.class, "runAsync", Runnable.class)
            .because("the common pool may have one thread only, where a second task that blocks waits for the first");

    @ArchTest
    static final ArchRule viewModels = noClasses().that().resideInAPackage("endpointlab.ui..")
            .and().haveSimpleNameEndingWith("Model").should().dependOnClassesThat(resideInAPackage("javafx.scene.."))
            .because("what a screen says must be testable without a screen");

    @ArchTest
    static final ArchRule threads = noClasses().that()
            .resideOutsideOfPackages("endpointlab.app..", "endpointlab.practice..")
            .should().callConstructor(Thread.class, Runnable.class)
            .orShould().callConstructor(Thread.class, Runnable.class, String.class)
            .orShould().dependOnClassesThat(belongToAnyOf(Executors.class, ThreadPoolExecutor.class, Timer.class,
                    ForkJoinPool.class))
            .because("who makes a thread must end it, and only those two open and close things");

    @ArchTest
    static final ArchRule noCycles = slices().matching("endpointlab.(*)..").should().beFreeOfCycles()
            .because("a part that can't be understood alone can't be changed alone");

    @ArchTest
    static final ArchRule noStaticState = fields().that().areStatic().should().beFinal()
            .allowEmptyShould(true)
            .because("two labs in one process must not meet");

    @ArchTest
    static final ArchRule consoleOutput = noClasses().that()
            .resideOutsideOfPackages("endpointlab.app..", "endpointlab")
            .should().accessField(System.class, "out").orShould().accessField(System.class, "err")
            .because("only the terminal front talks to the terminal, in UTF-8");
}
