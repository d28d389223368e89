package org.yichuang.linkage.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.linkage.api.CarriedFile;

/**
 * Why files that were sent for were not taken here, for the next answer to the message that names them: nobody waits on
 * the line for a file. Each node knows of those that came to it.
 */
final class RefusedFiles {
    private static final int MOST_KNOWN = 1_024;

    private final Map<String, ProblemException> why = new LinkedHashMap<>();

    synchronized void refused(CarriedFile file, ProblemException reason) {
        String name = name(file.sender(), file.sha256());
        why.remove(name);
        if (why.size() >= MOST_KNOWN) {
            why.remove(why.keySet().iterator().next());
        }
        why.put(name, reason);
    }

    synchronized void taken(CarriedFile file) {
        why.remove(name(file.sender(), file.sha256()));
    }

    /** Why the first of some files that are missing was refused, if one was. */
    synchronized Optional<ProblemException> why(String sender, List<String> sha256s) {
        return sha256s.stream()
                .map(sha256 -> why.get(name(sender, sha256)))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static String name(String sender, String sha256) {
        return sender + "/" + sha256;
    }
}
