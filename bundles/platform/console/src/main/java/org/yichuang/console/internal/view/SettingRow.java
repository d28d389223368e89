package org.yichuang.console.internal.view;

/**
 * A setting of a centre.
 *
 * @param key its key, as files carry it
 * @param label its name in the reader's language
 * @param value what the centre has set, empty when nothing
 * @param usual what holds otherwise, empty when nothing
 * @param shown the value that the reader has been shown, which the form sends along
 */
public record SettingRow(String key, String label, String value, String usual, String shown) {}
