package org.yichuang.shell.internal.desks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.CatalogueEditing;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.shell.internal.text.Sheet;
import org.yichuang.shell.internal.text.TextTable;

/** Catalogues. */
public class CatalogueDesk {
    private final Desk desk;

    public CatalogueDesk(Desk desk) {
        this.desk = desk;
    }

    /** What a centre offers. */
    public Sheet list(String centre) {
        CallContext context = desk.at(centre, "catalogue");
        Catalogue catalogue = desk.need(Catalogue.class, "catalogue");
        List<View> items = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<ItemVersion> page =
                    catalogue.search(Catalogue.Query.ALL, new PageRequest(PageRequest.MAXIMUM, cursor), context);
            page.items().stream().map(View::of).forEach(items::add);
            cursor = Optional.ofNullable(page.next());
        } while (cursor.isPresent());
        TextTable table = new TextTable("代码 Code", "名称 Name", "部门 Department", "属于 Owner", "版本 Version");
        items.forEach(item -> table.row(item.code(), item.name(), item.department(), item.owner(), item.version()));
        return Sheet.of(items, table, "没有已发布的事项 / Nothing is published");
    }

    /** Takes a file in. */
    public Sheet take(String centre, String file, boolean publish) {
        CallContext context = desk.at(centre, "catalogue");
        CatalogueEditing editing = desk.need(CatalogueEditing.class, "catalogue");
        Path path = Path.of(file);
        try (InputStream content = Files.newInputStream(path)) {
            return report(editing.importFile(path.getFileName().toString(), content, publish, context));
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(file);
        }
    }

    /** A file that is not there, as a sentence. */
    static ProblemException unreadable(String file) {
        return new ProblemException(CommonError.NOT_FOUND, "无法读取文件 " + file, "The file cannot be read: " + file);
    }

    private static Sheet report(CatalogueEditing.ImportReport report) {
        TextTable table = new TextTable("行 Row", "代码 Code", "名称 Name", "结果 Outcome", "说明 Reasons");
        report.details()
                .forEach(row ->
                        table.row(row.row(), row.code(), row.name(), row.outcome(), String.join("；", row.reasonsZh())));
        String sum = "%d 行 rows：接收 accepted %d，发布 published %d，拒绝 refused %d%n"
                .formatted(report.rows(), report.accepted(), report.published(), report.refused());
        return Sheet.of(report, table + sum);
    }

    /** An item for programs. */
    record View(String code, String name, String department, String owner, int version) {
        static View of(ItemVersion version) {
            return new View(
                    version.definition().code(),
                    version.definition().name(),
                    version.definition().department(),
                    version.owner().value(),
                    version.number());
        }
    }
}
