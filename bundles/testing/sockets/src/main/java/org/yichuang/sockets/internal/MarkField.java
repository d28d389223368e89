package org.yichuang.sockets.internal;

import java.util.Optional;
import java.util.Set;
import org.yichuang.catalogue.api.DisclosureFieldSource;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.LocalizedMessage;

/** Discloses of each item whether it is marked. */
public class MarkField implements DisclosureFieldSource {
    static final String FIELD = "mark";

    private final MarkRows rows;

    public MarkField(MarkRows rows) {
        this.rows = rows;
    }

    @Override
    public String module() {
        return SocketsDescriptor.WORD;
    }

    @Override
    public Set<String> fields() {
        return Set.of(FIELD);
    }

    @Override
    public LocalizedMessage label(String field) {
        return LocalizedMessage.of(MarkField.class, "field.mark");
    }

    @Override
    public Optional<String> value(String field, ItemVersion item, UnitOfWork unit) {
        return Optional.of(item.definition().code())
                .filter(code -> rows.has(MarkRows.MARKED, MarkGate.STOP + code, unit))
                .map(MarkGate.STOP::concat);
    }
}
