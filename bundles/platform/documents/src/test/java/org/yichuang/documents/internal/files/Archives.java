package org.yichuang.documents.internal.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives as office programs write them, and as others would. */
final class Archives {
    static final String[] DOCX = {"[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "word/document.xml"};
    static final String[] XLSX = {"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/worksheets/sheet1.xml"};
    static final String[] OFD = {"OFD.xml", "Doc_0/Document.xml", "Doc_0/Signs/Sign_0/SignedValue.dat"};

    private Archives() {}

    /** An archive with these entries, and others. */
    static byte[] zip(String[] names, String... others) {
        return zip(1_000, names, others);
    }

    /** An archive whose entries unpack to so many bytes each. */
    static byte[] zip(int size, String[] names, String... others) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                add(name, size, zip);
            }
            for (String name : others) {
                add(name, size, zip);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** An archive with one entry of its own content, and these. */
    static byte[] with(String name, byte[] content, String[] names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
            for (String each : names) {
                add(each, 1_000, zip);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void add(String name, int size, ZipOutputStream zip) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        byte[] part = "材料".repeat(1_000).getBytes(StandardCharsets.UTF_8);
        for (int left = size; left > 0; left -= part.length) {
            zip.write(part, 0, Math.min(left, part.length));
        }
        zip.closeEntry();
    }

    /** The bytes with every occurrence of a text exchanged for another of the same length. */
    static byte[] exchanged(byte[] bytes, String text, String other) {
        return new String(bytes, StandardCharsets.ISO_8859_1)
                .replace(text, other)
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
