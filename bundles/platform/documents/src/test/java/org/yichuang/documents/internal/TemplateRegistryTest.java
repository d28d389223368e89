package org.yichuang.documents.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import org.junit.Test;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.internal.DefaultModuleRegistry;

public class TemplateRegistryTest {
    private final TemplateRegistry registry = new TemplateRegistry(new DefaultModuleRegistry(null));
    private final Receipt receipt = new Receipt();

    @Test
    public void twoKindsHaveNoMarkInCommon() {
        registry.bound(new Receipt());
        registry.bound(new Receipt() {
            @Override
            public String kind() {
                return "other";
            }
        });

        ProblemException refused = assertThrows(ProblemException.class, () -> registry.get("cases", "other"));
        assertEquals(DocumentError.TEMPLATE_UNKNOWN, refused.code());
        assertEquals(List.of("cases/other"), registry.leftOut());
    }

    @Test
    public void aTemplateThatFailsLaterKeepsNoOtherOut() {
        boolean[] gone = new boolean[1];
        registry.bound(new Receipt() {
            @Override
            public String mark() {
                if (gone[0]) {
                    throw new NoClassDefFoundError("its bundle is being updated");
                }
                return "甲";
            }
        });
        gone[0] = true;
        registry.bound(new Receipt() {
            @Override
            public String module() {
                return "fees";
            }
        });

        assertEquals("receipt", registry.get("fees", "receipt").kind());
        assertEquals(List.of(), registry.leftOut());
    }

    @Test
    public void whatWasLeftOutServesWhenTheOtherGoes() {
        registry.bound(receipt);
        registry.bound(new Receipt() {
            @Override
            public int version() {
                return 4;
            }
        });
        assertEquals(List.of("cases/receipt"), registry.leftOut());

        registry.unbound(receipt);

        assertEquals(4, registry.get("cases", "receipt").version());
        assertEquals(List.of(), registry.leftOut());
    }
}
