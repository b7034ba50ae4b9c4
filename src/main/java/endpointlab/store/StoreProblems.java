package endpointlab.store;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import endpointlab.lab.Problem;
import endpointlab.lab.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What can go wrong with files, told in the learner's terms. */
final class StoreProblems {

    private StoreProblems() {
    }

    static ProblemException damaged(Path file, Path keptAs, Throwable cause) {
        return new ProblemException(new Problem("StateFileDamaged", "problem.state-damaged.cause",
                "problem.state-damaged.remedy", List.of(file.toString(), keptAs.toString()), "", "", ""), cause);
    }

    /** Nobody's mistake any more: what there is was found elsewhere. */
    static Problem rebuilt(Path file, Path keptAs) {
        return new Problem("StateFileRebuilt", "problem.state-rebuilt.cause", "problem.state-rebuilt.remedy",
                List.of(file.toString(), keptAs.toString()), "", "", "");
    }

    static ProblemException newer(Path file, int schema) {
        return new ProblemException(new Problem("StateFileNewer", "problem.state-newer.cause",
                "problem.state-newer.remedy", List.of(file.toString(), String.valueOf(schema)), "", "", ""), null);
    }

    static ProblemException unreadable(Path file, IOException cause) {
        return new ProblemException(new Problem("FileUnreadable", "problem.file-unreadable.cause",
                "problem.file-unreadable.remedy", List.of(file.toString(), reason(cause)), "", "", ""), cause);
    }

    static ProblemException notSaved(Path file, IOException cause) {
        return new ProblemException(new Problem("FileNotSaved", "problem.file-not-saved.cause",
                "problem.file-not-saved.remedy", List.of(file.toString(), reason(cause)), "", "", ""), cause);
    }

    /** @param holder who works on it; {@code null} if that can't be told */
    static ProblemException inUse(String name, LockHolder holder) {
        return new ProblemException(holder == null
                ? new Problem("LabInUse", "problem.lab-in-use.cause", "problem.lab-in-use.remedy", List.of(name), "",
                        "", "")
                : new Problem("LabInUse", "problem.lab-in-use-by.cause", "problem.lab-in-use-by.remedy",
                        List.of(name, holder.program(), String.valueOf(holder.pid()), holder.sinceText()), "", "",
                        ""), null);
    }

    private static String reason(IOException cause) {
        if (cause instanceof JsonProcessingException malformed) {
            JsonLocation at = malformed.getLocation();
            return "JSON" + (at == null ? "" : ", " + at.getLineNr() + ":" + at.getColumnNr());
        }
        return cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
    }
}
