package org.yichuang.cases.internal.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.CaseService.Upload;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.pages.api.Form;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.UploadedFile;

/** Files in a form that is refused: the good ones are kept. */
public class FormUploadsTest {
    private static final List<String> FIELDS = List.of("file-a", "file-b", "file-c");
    private final List<String> stored = new ArrayList<>();

    @Test
    public void aBadFileDoesNotCostTheGoodOnes() {
        FormUploads first = read(new Form(Map.of(), Map.of("file-a", file("a.pdf"), "file-b", file("bad.exe"))));
        ProblemException refusal = assertThrows(ProblemException.class, first::require);
        assertEquals("file-b", refusal.fields().get(0).field());
        assertEquals("a.pdf", first.file("file-a").orElseThrow().file());

        FormUploads again = read(new Form(
                Map.of(
                        FormUploads.KEPT + "file-a",
                        List.of("a.pdf"),
                        FormUploads.KEPT_NAME + "file-a",
                        List.of("a.pdf")),
                Map.of("file-b", file("b.pdf"))));
        again.require();
        assertEquals("no file is stored twice", List.of("a.pdf", "b.pdf"), stored);
        assertEquals("a.pdf", again.file("file-a").orElseThrow().file());
        assertEquals("b.pdf", again.file("file-b").orElseThrow().file());
        assertTrue(again.file("file-c").isEmpty());
    }

    @Test
    public void aKeptFileThatIsUntickedIsLeftOut() {
        FormUploads again = read(new Form(Map.of(FormUploads.KEPT_NAME + "file-a", List.of("a.pdf")), Map.of()));
        again.require();
        assertTrue(again.file("file-a").isEmpty());
    }

    private FormUploads read(Form form) {
        PageCall call = answering(PageCall.class, method -> switch (method.name()) {
            case "form" -> form;
            case "context" -> CallContext.system(new TenantId("haiyang"), Instant.EPOCH, "r");
            default -> throw new UnsupportedOperationException(method.name());
        });
        CaseService cases = answering(CaseService.class, method -> {
            String name = (String) method.values()[0];
            if (name.endsWith(".exe")) {
                throw new ProblemException(CaseError.MATERIAL_INVALID, LocalizedMessage.verbatim("只接受以下类型的文件"));
            }
            stored.add(name);
            return new Upload(name, name, "application/pdf", 1, "");
        });
        return new FormUploads(call, cases).take(FIELDS);
    }

    private static UploadedFile file(String name) {
        return answering(UploadedFile.class, method -> switch (method.name()) {
            case "name" -> name;
            case "mediaType" -> "application/pdf";
            case "open" -> (InputStream) new ByteArrayInputStream(name.getBytes(StandardCharsets.UTF_8));
            default -> throw new UnsupportedOperationException(method.name());
        });
    }

    private record Called(String name, Object[] values) {}

    private interface Answer {
        Object to(Called method);
    }

    private static <T> T answering(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, values) -> answer.to(new Called(method.getName(), values))));
    }
}
