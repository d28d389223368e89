package org.yichuang.catalogue.internal.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.TenantId;

/** A catalogue as centres have it: several hundred items of all departments, by name. */
final class SampleItems {
    private static final Path FOLDER = Path.of("src/test/resources/search");

    private SampleItems() {}

    /** A question of the lists: what is typed, and the items of which one must be among the first. */
    record Asked(String typed, List<String> names) {}

    static List<IndexedItem> all(TenantId owner) {
        List<IndexedItem> items = new ArrayList<>();
        for (String line : lines("items.txt")) {
            String[] parts = line.split(": ");
            for (String name : parts[1].split("；")) {
                items.add(item(owner, "S-%04d".formatted(items.size() + 1), name, parts[0]));
            }
        }
        return items;
    }

    static IndexedItem item(TenantId owner, String code, String name, String department) {
        ItemDefinition definition = definition(code, name, department);
        String text = SearchText.folded(String.join(" ", name, code, department, definition.organ()));
        return new IndexedItem(owner, 1, definition, text);
    }

    private static ItemDefinition definition(String code, String name, String department) {
        return ItemDefinition.of(code)
                .name(name)
                .type(ItemType.LICENCE)
                .department(department)
                .organ(department + "局")
                .exerciseLevel(Level.COUNTY)
                .audience("自然人、企业法人")
                .kind(CaseKind.COMMITTED)
                .acceptanceLevels(Set.of(Level.COUNTY))
                .made();
    }

    static List<Asked> questions(String file) {
        return lines(file).stream()
                .map(line -> line.split(" = "))
                .map(sides -> new Asked(sides[0], List.of(sides[1].split("\\|"))))
                .toList();
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file)).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
