import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.util.concurrent.TimeUnit;

/**
 * Watches the door of an instance, for the script {@code yichuang}: the machine may have no other HTTP client than Java.
 *
 * <p>{@code java Door.java free <port>…} succeeds if nobody listens there; {@code java Door.java await <seconds>
 * <quiet seconds> <pid> <port> <ssh port> <log>} succeeds once the instance is ready, and fails when its process has
 * ended, when the time is over, or when nothing was added to its log for the quiet seconds: a slow machine is waited for.
 */
public final class Door {
    private Door() {}

    public static void main(String[] arguments) throws InterruptedException {
        boolean success = arguments[0].equals("free")
                ? free(arguments)
                : await(arguments);
        System.exit(success ? 0 : 1);
    }

    private static boolean free(String[] arguments) {
        for (int i = 1; i < arguments.length; i++) {
            try (ServerSocket probe = new ServerSocket(Integer.parseInt(arguments[i]))) {
                probe.getLocalPort();
            } catch (IOException e) {
                System.err.println("Port " + arguments[i] + " is taken by another process.");
                return false;
            }
        }
        return true;
    }

    private static boolean await(String[] arguments) throws InterruptedException {
        long patience = TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[1]));
        long quiet = TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[2]));
        long pid = Long.parseLong(arguments[3]);
        int port = Integer.parseInt(arguments[4]);
        int ssh = Integer.parseInt(arguments[5]);
        File log = new File(arguments[6]);
        long start = System.nanoTime();
        long progress = start;
        long size = log.length();
        while (!ready(port) || !listening(ssh)) {
            long now = System.nanoTime();
            if (log.length() != size) {
                size = log.length();
                progress = now;
            }
            boolean alive = ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
            if (!alive || now - start >= patience || now - progress >= quiet) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
        return true;
    }

    private static boolean listening(int port) {
        try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return probe.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean ready(int port) {
        try {
            URL url = new URL("http", InetAddress.getLoopbackAddress().getHostAddress(), port, "/health/ready");
            HttpURLConnection connection = (HttpURLConnection) url.openConnection();
            connection.setConnectTimeout(2000);
            connection.setReadTimeout(5000);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }
}
