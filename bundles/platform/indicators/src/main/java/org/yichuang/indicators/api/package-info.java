/** Named figures and the rows behind them: what a module gives to be counted, and what is answered about it. */
package org.yichuang.indicators.api;
