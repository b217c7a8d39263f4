/** What the baseline speaks: whatever one device sends, all are told as much. */
export const rawProtocol = '/starling-bench/tell/1'
