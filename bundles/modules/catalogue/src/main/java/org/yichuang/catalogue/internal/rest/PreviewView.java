package org.yichuang.catalogue.internal.rest;

import java.util.List;
import org.yichuang.catalogue.api.CatalogueEditing.Outcome;
import org.yichuang.catalogue.internal.ImportPreviews.Kind;
import org.yichuang.catalogue.internal.ImportPreviews.Line;
import org.yichuang.catalogue.internal.ImportPreviews.Preview;
import org.yichuang.catalogue.internal.ImportPreviews.Question;
import org.yichuang.kernel.api.LocalizedMessage;

/**
 * What a file would do.
 *
 * @param handle names the file, for a day
 * @param publish whether what may be published would be
 * @param state of the catalogue that it was held against; whoever has it taken sends both
 * @param effects how many rows would change something
 * @param details one entry a row
 * @param missing codes of the centre's items in use that do not stand in the file; they stay as they are
 * @param questions words of which somebody has to say what they mean ({@code import-words})
 * @param notesZh what is to be known of the file itself, in Chinese
 * @param notesEn the same in English
 */
public record PreviewView(
        String handle,
        boolean publish,
        String state,
        int effects,
        List<Row> details,
        List<String> missing,
        List<QuestionView> questions,
        List<String> notesZh,
        List<String> notesEn) {
    /**
     * What a row would do.
     *
     * @param row its number in the file
     * @param code the item's code
     * @param name the item's name
     * @param kind how it stands to the catalogue
     * @param outcome what would become of it
     * @param reasonsZh why, or what was assumed, in Chinese
     * @param reasonsEn the same in English
     */
    public record Row(
            int row,
            String code,
            String name,
            Kind kind,
            Outcome outcome,
            List<String> reasonsZh,
            List<String> reasonsEn) {
        static Row of(Line line) {
            return new Row(
                    line.row().row(),
                    line.row().code(),
                    line.row().name(),
                    line.kind(),
                    line.outcome(),
                    chinese(line.reasons()),
                    english(line.reasons()));
        }
    }

    /** A word of the file, what it is about, and how many rows have it. */
    public record QuestionView(String kind, String word, int rows) {
        static QuestionView of(Question question) {
            return new QuestionView(question.kind().name(), question.word(), question.rows());
        }
    }

    /** What programs are told of a preview. */
    public static PreviewView of(Preview preview) {
        return new PreviewView(
                preview.handle(),
                preview.publish(),
                preview.state(),
                preview.effects(),
                preview.rows().stream().map(Row::of).toList(),
                preview.missing(),
                preview.questions().stream().map(QuestionView::of).toList(),
                chinese(preview.notes()),
                english(preview.notes()));
    }

    private static List<String> chinese(List<LocalizedMessage> sentences) {
        return sentences.stream().map(LocalizedMessage::zh).toList();
    }

    private static List<String> english(List<LocalizedMessage> sentences) {
        return sentences.stream().map(LocalizedMessage::en).toList();
    }
}
