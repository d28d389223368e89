package org.yichuang.documents.internal.view;

import java.util.ArrayList;
import java.util.List;
import org.yichuang.documents.internal.domain.Block;
import org.yichuang.documents.internal.domain.ChineseDay;
import org.yichuang.documents.internal.domain.Paper;
import org.yichuang.kernel.api.LocalizedMessage;

/** A paper as its page needs it. */
public record PaperView(Paper paper, String day, String qr, Words words) {
    /** Prepares a paper. */
    public static PaperView of(Paper paper) {
        return new PaperView(
                paper,
                ChineseDay.of(paper.day()),
                paper.address().isEmpty() ? "" : QrCode.of(paper.address()),
                Words.of());
    }

    /** The code in groups of four, as people type it. */
    public String code() {
        return paper.code().replaceAll("(.{4})(?=.)", "$1-");
    }

    /** How it is verified; only of a code that stands on it, people are told to scan it. */
    public String verify() {
        return qr.isEmpty() ? words.verify() : words.scan();
    }

    /** The addressee as a line of its own. */
    public static String addressee(String name) {
        return LocalizedMessage.of(PaperView.class, "addressee", name).zh();
    }

    /** A numbered point. */
    public static String point(int number, String text) {
        return LocalizedMessage.of(PaperView.class, "point", Integer.toString(number), text)
                .zh();
    }

    /** A line that names an attachment. */
    public static String attachment(int number, String text) {
        return LocalizedMessage.of(PaperView.class, "attachment", Integer.toString(number), text)
                .zh();
    }

    /** The body, lines of one table together. */
    public List<Part> body() {
        return parts(paper.body());
    }

    /** The body but for what stands with its end. */
    public List<Part> opening() {
        return parts(paper.body().subList(0, last()));
    }

    /**
     * What of the body stands on one page with organ and seal, its last block: a page that bears these alone would fit
     * any text.
     */
    public List<Part> closing() {
        return parts(paper.body().subList(last(), paper.body().size()));
    }

    private int last() {
        return Math.max(0, paper.body().size() - 1);
    }

    private static List<Part> parts(List<Block> blocks) {
        List<Part> parts = new ArrayList<>();
        List<Block.Row> rows = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Block.Row row) {
                rows.add(row);
            } else {
                close(rows, parts);
                parts.add(new Part(List.of(), block));
            }
        }
        close(rows, parts);
        return parts;
    }

    private static void close(List<Block.Row> rows, List<Part> parts) {
        if (!rows.isEmpty()) {
            parts.add(new Part(List.copyOf(rows), null));
            rows.clear();
        }
    }

    /**
     * A part of the body.
     *
     * @param rows the lines of a table; empty for another block
     * @param block what else it is; null for a table
     */
    public record Part(List<Block.Row> rows, Block block) {}

    /** Fixed words of the layout. */
    public record Words(String seal, String verify, String scan, String qr, String code) {
        static Words of() {
            return new Words(word("seal"), word("verify"), word("scan"), word("qr"), word("code"));
        }

        private static String word(String key) {
            return LocalizedMessage.of(PaperView.class, key).zh();
        }
    }
}
