package org.yichuang.documents.internal.scan;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.documents.api.FileScanner;
import org.yichuang.documents.internal.scan.ScanSettings.Values;

/** ClamAV's daemon, by its command INSTREAM: a file goes in pieces, each behind its length; a length of 0 ends it. */
final class ClamdScanner implements FileScanner {
    /** Its name. */
    static final String NAME = "clamd";

    private static final Logger LOG = LoggerFactory.getLogger(ClamdScanner.class);
    private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");
    private static final String TOO_LARGE = "too-large";
    private static final int MEBI = 20;

    private final ScanSettings settings;

    ClamdScanner(ScanSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isThere() {
        try (ClamdConnection connection = ClamdConnection.open(settings.now())) {
            connection.send("zPING\0");
            return connection.answer().equals("PONG");
        } catch (IOException e) {
            LOG.debug("clamd is not there", e);
            return false;
        }
    }

    @Override
    public Verdict scan(Content content) throws IOException {
        Values now = settings.now();
        if (content.size() > (long) now.most() << MEBI) {
            return Verdict.notExamined(TOO_LARGE);
        }
        try (ClamdConnection connection = ClamdConnection.open(now)) {
            return isSent(content, connection) ? verdict(connection.answer()) : refusal(connection.answer());
        }
    }

    /** Whether all of it was taken, and none of it refused. */
    private static boolean isSent(Content content, ClamdConnection connection) throws IOException {
        try {
            connection.send("zINSTREAM\0");
            content.writeTo(new Pieces(connection));
            connection.send(ByteBuffer.allocate(Integer.BYTES));
            return true;
        } catch (ClamdConnection.AnsweredEarly e) {
            return false;
        }
    }

    private static Verdict verdict(String answer) throws IOException {
        if (answer.equals("stream: OK")) {
            return Verdict.clean();
        }
        Matcher found = FOUND.matcher(answer);
        return found.matches() ? Verdict.infected(found.group(1)) : refusal(answer);
    }

    private static Verdict refusal(String answer) throws IOException {
        if (answer.startsWith("INSTREAM size limit exceeded")) {
            return Verdict.notExamined(TOO_LARGE);
        }
        if (answer.endsWith("ERROR")) {
            return Verdict.notExamined(answer);
        }
        throw new IOException("No answer of clamd");
    }

    /** What is written goes as a piece. */
    private static final class Pieces extends OutputStream {
        private final ClamdConnection connection;

        Pieces(ClamdConnection connection) {
            this.connection = connection;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (length > 0) {
                connection.send(ByteBuffer.allocate(Integer.BYTES).putInt(0, length));
                connection.send(ByteBuffer.wrap(bytes, offset, length));
            }
        }
    }
}
