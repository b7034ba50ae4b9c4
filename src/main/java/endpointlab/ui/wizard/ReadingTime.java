package endpointlab.ui.wizard;

import endpointlab.i18n.Language;
import endpointlab.ui.shared.markdown.MarkdownPage;

/** How long a page takes to read. Assumed: 500 Japanese characters or 200 English words a minute. */
final class ReadingTime {

    private static final int JAPANESE_PER_MINUTE = 500;
    private static final int ENGLISH_PER_MINUTE = 1_100;

    private ReadingTime() {
    }

    /** Whole minutes, at least 1. */
    static int minutes(MarkdownPage page, Language language) {
        int characters = page.blocks().stream().mapToInt(block -> block.markdown().length()).sum();
        int perMinute = language == Language.JA ? JAPANESE_PER_MINUTE : ENGLISH_PER_MINUTE;
        return Math.max(1, Math.round((float) characters / perMinute));
    }
}
