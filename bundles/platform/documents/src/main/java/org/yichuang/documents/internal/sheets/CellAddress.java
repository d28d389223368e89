package org.yichuang.documents.internal.sheets;

/** Addresses as spreadsheets write them. */
final class CellAddress {
    private static final int LETTERS = 26;
    private static final int MOST_LETTERS = 3;
    private static final int MOST_DIGITS = 7;

    private CellAddress() {}

    /** The letters of a column, from 0. */
    static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.toString();
    }

    /** The address of a cell: its row from 1, its column from 0. */
    static String of(int row, int column) {
        return letters(column) + row;
    }

    /** The column of an address, from 0. */
    static int column(String address) {
        int end = letterCount(address);
        int column = 0;
        for (int i = 0; i < end; i++) {
            column = column * LETTERS + Character.toUpperCase(address.charAt(i)) - 'A' + 1;
        }
        return column - 1;
    }

    /** The row of an address, from 1. */
    static int row(String address) {
        return number(address.substring(letterCount(address)));
    }

    /** The number of a row as a sheet writes it. */
    static int number(String digits) {
        if (digits.isEmpty() || digits.length() > MOST_DIGITS) {
            throw new IllegalArgumentException("Not a row: " + digits);
        }
        return Integer.parseInt(digits);
    }

    private static int letterCount(String address) {
        int count = 0;
        while (count < address.length()
                && Character.toUpperCase(address.charAt(count)) >= 'A'
                && Character.toUpperCase(address.charAt(count)) <= 'Z') {
            count++;
        }
        if (count == 0 || count > MOST_LETTERS) {
            throw new IllegalArgumentException("Not an address: " + address);
        }
        return count;
    }
}
