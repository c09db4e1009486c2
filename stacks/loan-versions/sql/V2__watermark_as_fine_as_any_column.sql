-- A datetime counts in steps of 3.33 ms: the watermark of a finer column would lie before or after the row that it is of.
-- Can run twice.

ALTER TABLE [dbo].[WaterMark] ALTER COLUMN [WaterMarkVal] datetime2(7) NOT NULL;
