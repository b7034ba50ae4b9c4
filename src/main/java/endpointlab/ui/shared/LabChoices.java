package endpointlab.ui.shared;

import endpointlab.i18n.Language;
import endpointlab.lab.Finding;
import endpointlab.lab.Regions;
import java.util.ArrayList;
import java.util.List;

/** The choices for a new lab, the same on every page, and how a value that can't be used is told. */
public final class LabChoices {

    /** The lab's own Region and those nearest to its learners come first. */
    private static final List<String> FIRST = List.of("us-east-1", "ap-northeast-1", "ap-northeast-3");
    private static final List<String> PACES = List.of("aws", "brisk", "30", "instant");

    private final Localizer localizer;
    private final Regions regions = Regions.load();

    public LabChoices(Localizer localizer) {
        this.localizer = localizer;
    }

    /** @param current offered too, if it is a factor of its own */
    public LocalizedChoice<String> pace(String current) {
        List<String> paces = new ArrayList<>(PACES);
        if (!paces.contains(current)) {
            paces.add(current);
        }
        return new LocalizedChoice<>(localizer, paces, pace -> localizer.has("pace." + pace)
                ? localizer.text("pace." + pace) : localizer.text("pace.factor", pace));
    }

    public LocalizedChoice<String> region() {
        List<String> names = new ArrayList<>(FIRST);
        regions.names().stream().sorted().filter(name -> !FIRST.contains(name)).forEach(names::add);
        return new LocalizedChoice<>(localizer, names, this::regionName);
    }

    /** A Region as people and AWS call it. */
    public String regionName(String region) {
        return localizer.has("region." + region) ? localizer.text("region." + region) + " " + region : region;
    }

    public List<String> zones(String region) {
        return regions.zones(region);
    }

    /** The one sentence that says what is wrong with a setting, where, and how to put it right. */
    public static String sentence(Localizer localizer, Finding finding) {
        List<String> arguments = new ArrayList<>(finding.arguments());
        String name = localizer.text("settings.name." + finding.field());
        arguments.set(0, name);
        String sentence = localizer.text(finding.text(), arguments.toArray());
        // The sentences set a field's key, which is Latin, off from the Japanese after it.
        return localizer.languageProperty().get() == Language.JA ? sentence.replace(name + " ", name) : sentence;
    }
}
