package org.yichuang.pages.api;

import gg.jte.Content;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Money;
import org.yichuang.kernel.api.time.TrafficLight;

/**
 * Components, words and formats, for the one who looks at the page. Made for one call; everything comes out escaped.
 */
public interface Ui {
    /** The language of the page. */
    Locale locale();

    /** A sentence in the page's language. */
    String localize(LocalizedMessage message);

    /** The words under a key of the module's texts, else of the platform's. */
    String t(String key, Object... arguments);

    /** The address of a page of this centre. */
    String path(String below);

    /** The whole address of a page of this centre, for QR codes and documents. */
    String address(String below);

    /** This address with one parameter of the query changed, and at the first page again. */
    String urlWith(String parameter, String value);

    /** What was typed into a field, or asked for in the query, else what is usual. */
    String inputValue(String name, String usual);

    /** A day: 2026年11月21日, 21 Nov 2026. */
    String date(LocalDate day);

    /** The day of a moment in China. */
    String date(Instant moment);

    /** A moment in China: 2026年11月21日 16:05. */
    String moment(Instant moment);

    /** An amount: 1,234.50元, CNY 1,234.50. */
    String money(Money amount);

    /** A size: 1.2 MB. */
    String size(long bytes);

    /** Text as content. */
    Content text(String words);

    /** Paragraphs of a text with line breaks. */
    Content paragraphs(String words);

    /** A link to a page of this centre. */
    Content link(String path, String words);

    /** What every posted form begins with: its tokens. */
    Content hidden();

    /** What a posted form begins with that changes a version of something: its tokens and that version. */
    Content hidden(long version);

    /** A field with label, hint and what is wrong with it. */
    Content field(Field field);

    /** A filter: fields that change the address of the list below it. */
    Content filter(List<Field> fields);

    /** A table with sorting and paging. */
    Content table(Table table);

    /** What has happened, in order. */
    Content timeline(List<Milestone> steps);

    /** A traffic light, in words and shape as well. */
    Content light(TrafficLight light, String words);

    /** Words on a deadline's light: how many days are left, or since when it is over; for null the clock stands. */
    String daysLeft(Integer workingDays);

    /** A deadline; its reckoning unfolds. */
    Content clock(ClockFace clock);

    /** A place for files. */
    Content upload(Upload upload);

    /** A question before something that cannot be taken back. */
    Content confirm(Confirmation confirmation);

    /** Views of the same thing. */
    Content tabs(String name, List<Tab> tabs);

    /** Steps of a long form. */
    Content stepper(List<String> steps, int current);

    /** Words instead of an empty list, and what can be done. */
    Content empty(String title, String words, Content more);

    /** A message. */
    Content message(Tone tone, String title, Content words);

    /** A word in a frame, for states. */
    Content badge(Tone tone, String word);

    /** Names and what stands behind them. */
    Content facts(List<Fact> facts);

    /** A QR code with what it says. */
    Content qr(String code, String label);

    /** A document for printing. */
    Content sheet(Sheet sheet);

    /** Figures, drawn and as a table; at most one on a page. */
    Content plot(Plot plot);
}
