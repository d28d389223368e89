package org.yichuang.shell.client;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The other end of the local shell, which {@code ./yichuang shell} starts: nothing but the JDK, so that it is there and
 * gone in a moment. Arguments: the file that names the socket, and the command, either one line, as it would be typed,
 * or its words one by one.
 */
public final class LocalShellClient {
    /** Exit status when nobody listens. */
    private static final int UNREACHABLE = 75;
    /** What the shell takes as one word and as it stands. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_:@./,+=*?-]+");

    private LocalShellClient() {}

    /** Runs the command, prints what it prints and ends with its status. */
    public static void main(String[] arguments) {
        int status;
        try {
            Path socket = Path.of(Files.readString(Path.of(arguments[0]), StandardCharsets.UTF_8));
            status = run(socket, line(Arrays.copyOfRange(arguments, 1, arguments.length)), System.out);
        } catch (IOException e) {
            System.err.println("The shell does not answer: " + e.getMessage());
            status = UNREACHABLE;
        }
        System.exit(status);
    }

    /** A command as it would be typed: of several words those are quoted that the shell would cut or read more into. */
    public static String line(String... words) {
        return words.length == 1
                ? words[0]
                : Stream.of(words).map(LocalShellClient::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        if (PLAIN.matcher(word).matches()) {
            return word;
        }
        return "\"" + word.replaceAll("[\\\\\"$]", "\\\\$0") + "\"";
    }

    /**
     * Sends a command and copies its output.
     *
     * @return its exit status
     */
    public static int run(Path socket, String command, PrintStream printed) throws IOException {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
                DataOutputStream out = new DataOutputStream(Channels.newOutputStream(channel));
                DataInputStream in = new DataInputStream(Channels.newInputStream(channel))) {
            out.writeUTF(command);
            out.flush();
            for (int length = in.readInt(); length >= 0; length = in.readInt()) {
                printed.write(in.readNBytes(length));
                printed.flush();
            }
            return in.readInt();
        }
    }
}
