/** Named figures and the rows behind them: what a module gives to be counted, and what is answered about it. */
@Version("4.2.0")
package org.yichuang.indicators.api;

import org.osgi.annotation.versioning.Version;
