package org.yichuang.documents.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.documents.api.DocumentService.Genuine;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/**
 * Answers the public whether a document is genuine, and whoever guesses nothing: every wrong code is answered alike,
 * and after 60 of them within a minute nothing is answered to where they came from until the minute is over. A code has
 * 80 bits, so that even many who guess together find none. Each container counts for itself, in bounded memory.
 */
public class CodeVerification {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_WRONG = 60;
    private static final int MOST_ORIGINS = 50_000;

    private final DocumentService documents;
    private final Cache<String, Window> wrong =
            Caffeine.newBuilder().maximumSize(MOST_ORIGINS).build();

    public CodeVerification(DocumentService documents) {
        this.documents = documents;
    }

    private record Window(Instant since, int wrong) {
        boolean holds(Instant at) {
            return Duration.between(since, at).abs().compareTo(WINDOW) < 0;
        }
    }

    /**
     * Returns the document with a code.
     *
     * @param origin where the question comes from
     * @throws ProblemException {@code document-unknown}, {@code too-many-requests}
     */
    public Genuine verify(String code, String origin, CallContext context) {
        Window counted = wrong.getIfPresent(origin);
        if (counted != null && counted.holds(context.at()) && counted.wrong() >= MOST_WRONG) {
            throw new ProblemException(
                    CommonError.TOO_MANY_REQUESTS, LocalizedMessage.of(CodeVerification.class, "verify.too-many"));
        }
        return documents.verify(code, context).orElseThrow(() -> {
            count(origin, context.at());
            return new ProblemException(
                    DocumentError.DOCUMENT_UNKNOWN, LocalizedMessage.of(CodeVerification.class, "verify.unknown"));
        });
    }

    private void count(String origin, Instant at) {
        wrong.asMap()
                .compute(
                        origin,
                        (same, window) -> window != null && window.holds(at)
                                ? new Window(window.since(), window.wrong() + 1)
                                : new Window(at, 1));
    }
}
