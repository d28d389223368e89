package org.yichuang.pages.api;

import java.util.List;

/**
 * A form field, put together where it is shown. It keeps what was typed when the form comes again, and shows what is
 * wrong with it, both by its name.
 */
public final class Field {
    /** How it is filled in. */
    public enum Kind {
        TEXT,
        NUMBER,
        DATE,
        TEL,
        PASSWORD,
        SEARCH,
        AREA,
        SELECT,
        RADIOS,
        CHECK,
        FILE
    }

    /**
     * What can be chosen.
     *
     * @param value the value that is posted
     * @param label what people read
     */
    public record Option(String value, String label) {}

    private static final int USUAL_ROWS = 4;

    private final Kind kind;
    private final String name;
    private final String label;
    private String hint = "";
    private String value = "";
    private String problem = "";
    private String autocomplete = "off";
    private String accept = "";
    private String accessKey = "";
    private List<Option> options = List.of();
    private boolean required;
    private boolean conditionallyRequired;
    private boolean focused;
    private boolean small;
    private int rows = USUAL_ROWS;
    private int maxLength;
    private long maxBytes;

    private Field(Kind kind, String name, String label) {
        this.kind = kind;
        this.name = name;
        this.label = label;
    }

    /** A field of a kind. */
    public static Field of(Kind kind, String name, String label) {
        return new Field(kind, name, label);
    }

    /** A line of text. */
    public static Field text(String name, String label) {
        return of(Kind.TEXT, name, label);
    }

    /** Several lines of text. */
    public static Field area(String name, String label) {
        return of(Kind.AREA, name, label);
    }

    /** One of many, from a list. */
    public static Field select(String name, String label, List<Option> options) {
        return of(Kind.SELECT, name, label).from(options);
    }

    /** One of few, all of them in sight. */
    public static Field radios(String name, String label, List<Option> options) {
        return of(Kind.RADIOS, name, label).from(options);
    }

    /** Yes or no; posts {@code true} when it is ticked. */
    public static Field check(String name, String label) {
        return of(Kind.CHECK, name, label);
    }

    /** Says what is expected. */
    public Field hint(String words) {
        hint = words;
        return this;
    }

    /** Sets what stands in it before anything has been typed. */
    public Field value(Object usual) {
        value = usual == null ? "" : usual.toString();
        return this;
    }

    /** Sets what is wrong with it, when its name alone does not tell. */
    public Field problem(String words) {
        problem = words;
        return this;
    }

    /** Sets what can be chosen. */
    public Field from(List<Option> choices) {
        options = List.copyOf(choices);
        return this;
    }

    /** Must be filled in. */
    public Field required() {
        required = true;
        return this;
    }

    /** Must be filled in, or need not. */
    public Field required(boolean must) {
        required = must;
        return this;
    }

    /** Must be filled in under a condition that its words or those around it tell. */
    public Field conditionallyRequired() {
        conditionallyRequired = true;
        return this;
    }

    /** Has the keyboard when the page opens. */
    public Field focused() {
        focused = true;
        return this;
    }

    /** Holds a few characters only. */
    public Field small() {
        small = true;
        return this;
    }

    /** Shows so many lines at once, where it has several; usually four. */
    public Field rows(int lines) {
        rows = lines;
        return this;
    }

    /** Takes no more characters than this. */
    public Field maxLength(int characters) {
        maxLength = characters;
        return this;
    }

    /** What browsers may fill in by themselves, a token of HTML such as {@code name}. */
    public Field autocomplete(String token) {
        autocomplete = token;
        return this;
    }

    /** The endings of files that can be chosen, e.g. {@code .pdf,.jpg}. */
    public Field accept(String endings) {
        accept = endings;
        return this;
    }

    /** Takes no file of more bytes than this. */
    public Field maxBytes(long bytes) {
        maxBytes = bytes;
        return this;
    }

    /** The key that brings the keyboard here. */
    public Field accessKey(String key) {
        accessKey = key;
        return this;
    }

    /** How it is filled in. */
    public Kind kind() {
        return kind;
    }

    /** Its name in the posted form, as problems name it. */
    public String name() {
        return name;
    }

    /** What people read before it. */
    public String label() {
        return label;
    }

    /** What is expected, or empty. */
    public String hint() {
        return hint;
    }

    /** What stands in it before anything has been typed. */
    public String value() {
        return value;
    }

    /** What is wrong with it, or empty. */
    public String problem() {
        return problem;
    }

    /** A token of HTML. */
    public String autocomplete() {
        return autocomplete;
    }

    /** Endings of files. */
    public String accept() {
        return accept;
    }

    /** A key, or empty. */
    public String accessKey() {
        return accessKey;
    }

    /** What can be chosen. */
    public List<Option> options() {
        return options;
    }

    /** Whether it must be filled in. */
    public boolean isRequired() {
        return required;
    }

    /** Whether it may always be left empty; what is searched for is not filled in. */
    public boolean isOptional() {
        return !required && !conditionallyRequired && kind != Kind.SEARCH;
    }

    /** Whether it has the keyboard when the page opens. */
    public boolean isFocused() {
        return focused;
    }

    /** Whether it holds a few characters only. */
    public boolean isSmall() {
        return small;
    }

    /** How many lines it shows at once, where it has several. */
    public int rows() {
        return rows;
    }

    /** The most bytes of a file, 0 when there is no bound. */
    public long maxBytes() {
        return maxBytes;
    }

    /** The greatest number of characters, 0 when there is none. */
    public int maxLength() {
        return maxLength;
    }
}
