package org.yichuang.shell.internal.health;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.yichuang.shell.api.HealthReport;

/**
 * {@code /health/live}: the process answers. {@code /health/ready}: everything that was ordered is there, and it has
 * not been told to end. For balancers and scripts, who are nobody: it names what is missing and tells nothing else.
 */
public class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What is said to be missing once it has been told to end. */
    private static final List<String> ENDING = List.of("stopping");

    private final transient HealthReport report;
    private final transient Departure departure;

    public HealthServlet(HealthReport report, Departure departure) {
        this.report = report;
        this.departure = departure;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = String.valueOf(request.getPathInfo());
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            send(HttpServletResponse.SC_METHOD_NOT_ALLOWED, Map.of("code", "method-not-allowed"), response);
        } else if (path.equals("/live")) {
            send(HttpServletResponse.SC_OK, Map.of("status", "UP"), response);
        } else if (path.equals("/ready")) {
            List<String> missing = departure.isLeaving() ? ENDING : report.missing();
            Map<String, Object> answer = Map.of("status", missing.isEmpty() ? "UP" : "DOWN", "missing", missing);
            int status = missing.isEmpty() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE;
            send(status, answer, response);
        } else {
            send(HttpServletResponse.SC_NOT_FOUND, Map.of("code", "path-unknown"), response);
        }
    }

    private static void send(int status, Map<String, Object> answer, HttpServletResponse response) throws IOException {
        byte[] body = MAPPER.writeValueAsBytes(answer);
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
