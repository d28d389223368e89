package org.yichuang.sockets.internal;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yichuang.documents.api.DocumentLayout;
import org.yichuang.documents.api.DocumentTemplate;
import org.yichuang.notices.api.NoticeTemplate;

/** The document and the message of the module; both are the same for the same facts. */
public class MarkTemplates {
    static final String CERTIFICATE = "certificate";
    static final String SUBJECT = "subject";

    /** A certificate that something was marked. */
    public DocumentTemplate document() {
        return new DocumentTemplate() {
            @Override
            public String module() {
                return SocketsDescriptor.WORD;
            }

            @Override
            public String kind() {
                return CERTIFICATE;
            }

            @Override
            public int version() {
                return 1;
            }

            @Override
            public String title() {
                return "Certificate";
            }

            @Override
            public String mark() {
                return "M";
            }

            @Override
            public DocumentLayout layout() {
                return DocumentLayout.OFFICIAL;
            }

            @Override
            public boolean isSealed() {
                return true;
            }

            @Override
            public Set<String> facts() {
                return Set.of(SUBJECT);
            }

            @Override
            public Map<String, String> factNames() {
                return Map.of(SUBJECT, "what was marked");
            }

            @Override
            public Set<String> required() {
                return facts();
            }

            @Override
            public String text() {
                return "{subject}";
            }
        };
    }

    /** A message that something was marked, worth nothing after a day. */
    public NoticeTemplate notice() {
        return new NoticeTemplate() {
            @Override
            public String module() {
                return SocketsDescriptor.WORD;
            }

            @Override
            public String kind() {
                return MarkRows.MARKED;
            }

            @Override
            public Set<Channel> channels() {
                return Set.of(Channel.INBOX);
            }

            @Override
            public Duration oldest() {
                return Duration.ofDays(1);
            }

            @Override
            public Set<String> facts() {
                return Set.of(SUBJECT);
            }

            @Override
            public Text write(Channel channel, Locale language, Map<String, String> facts) {
                return new Text("", facts.get(SUBJECT));
            }
        };
    }
}
