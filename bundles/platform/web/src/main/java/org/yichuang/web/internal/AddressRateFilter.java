package org.yichuang.web.internal;

import java.io.IOException;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.web.api.ClientNetwork;

/**
 * Holds the paths that are not behind the chain (health, metrics) to the same rate of an address. Each address has its
 * own, so that nobody keeps a balancer from asking.
 */
final class AddressRateFilter implements Filter {
    private static final int TOO_MANY_REQUESTS = 429;

    private final RateLimiter rates;
    private final WebSettings settings;

    AddressRateFilter(RateLimiter rates, WebSettings settings) {
        this.rates = rates;
        this.settings = settings;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            rates.require("address", ClientNetwork.of(settings.proxies().client((HttpServletRequest) request)));
        } catch (ProblemException e) {
            HttpServletResponse answer = (HttpServletResponse) response;
            answer.setStatus(TOO_MANY_REQUESTS);
            answer.setHeader("Retry-After", "1");
            answer.setContentLength(0);
            return;
        }
        chain.doFilter(request, response);
    }

    @Override
    public void init(FilterConfig config) {
        // It has nothing to begin
    }

    @Override
    public void destroy() {
        // It has nothing to end
    }
}
