package org.yichuang.pages.internal.http;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.pages.api.UploadedFile;
import org.yichuang.web.api.RequestBody;

/** What is kept of a form with files. */
public class PostedFormTest {
    private static final String TYPE = "multipart/form-data; boundary=b";
    private static final ProblemException FULL =
            new ProblemException(CommonError.FIELDS_INVALID, LocalizedMessage.verbatim("今天不能再上传了"));

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    public void largeFilesAreKeptInTheFolderForThem() throws Exception {
        try (PostedForm posted = read(() -> {})) {
            assertEquals(2, spooled());
            assertEquals(300_000, content(posted, "plan").length);
        }
        assertEquals(0, spooled());
    }

    @Test
    public void ofFilesThatAreRefusedNothingIsKeptButWhatWasTypedIs() throws Exception {
        String accepted;
        try (PostedForm posted = read(() -> {})) {
            accepted = posted.fingerprint("POST /things");
        }
        asked.set(0);

        try (PostedForm posted = read(() -> {
            throw FULL;
        })) {
            assertEquals(0, spooled());
            assertEquals("the module is asked once", 1, asked.get());
            assertEquals("树木", posted.form().text("name"));
            UploadedFile plan = posted.form().file("plan").orElseThrow();
            assertEquals("plan.pdf", plan.name());
            assertEquals(300_000, plan.size());
            assertSame(FULL, assertThrows(ProblemException.class, plan::open));
            assertEquals("it is known again", accepted, posted.fingerprint("POST /things"));
        }
    }

    @Test
    public void nobodyIsAskedForAFormWithoutFiles() throws Exception {
        String body = part("name\"", "树木") + part("plan\"; filename=\"\"", "") + "--b--\r\n";

        try (PostedForm posted = PostedForm.read(TYPE, new Body(body), 1 << 20, admission(() -> {}))) {
            assertEquals("树木", posted.form().text("name"));
            assertEquals(0, asked.get());
        }
    }

    private PostedForm read(Runnable gate) throws IOException {
        String body = part("name\"", "树木")
                + part("plan\"; filename=\"plan.pdf\"", "x".repeat(300_000))
                + part("photo\"; filename=\"photo.png\"", "y".repeat(300_000))
                + "--b--\r\n";
        return PostedForm.read(TYPE, new Body(body), 1 << 20, admission(gate));
    }

    private PostedForm.Admission admission(Runnable gate) {
        return new PostedForm.Admission() {
            @Override
            public void requireToken(String token) {
                assertEquals(0, asked.get());
            }

            @Override
            public void checkUpload() {
                asked.incrementAndGet();
                gate.run();
            }
        };
    }

    private static String part(String name, String content) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\r\n\r\n" + content + "\r\n";
    }

    private static byte[] content(PostedForm posted, String file) throws IOException {
        try (InputStream content = posted.form().file(file).orElseThrow().open()) {
            return content.readAllBytes();
        }
    }

    private int spooled() {
        return folder.getRoot().list().length;
    }

    private final class Body implements RequestBody {
        private final byte[] bytes;

        private Body(String text) {
            bytes = text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public long announcedLength() {
            return bytes.length;
        }

        @Override
        public boolean isPresent() {
            return true;
        }

        @Override
        public InputStream open(long limit) {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public Path createSpoolFile() throws IOException {
            return Files.createTempFile(folder.getRoot().toPath(), "spool", "");
        }
    }
}
