-- Each statement can run twice: a hook that is killed between a script and its entry in the history runs it again.

IF OBJECT_ID(N'[dbo].[WaterMark]', N'U') IS NULL
CREATE TABLE [dbo].[WaterMark] (
    [TableName] varchar(50) NOT NULL,
    [WaterMarkVal] datetime NOT NULL,
    CONSTRAINT [UQ_WaterMark_TableName] UNIQUE ([TableName])
);

IF OBJECT_ID(N'[dbo].[source]', N'U') IS NULL
CREATE TABLE [dbo].[source] (
    [id] int NOT NULL,
    [loan_amnt] float NULL,
    [annual_inc] float NULL,
    [dti] float NULL,
    [delinq_2yrs] float NULL,
    [total_acc] float NULL,
    [total_pymnt] float NULL,
    [issue_d] date NULL,
    [earliest_cr_line] date NULL,
    [loan_status] nvarchar(max) NULL,
    CONSTRAINT [UQ_source_id] UNIQUE ([id])
);

-- Every run reads the rows of some months.
IF INDEXPROPERTY(OBJECT_ID(N'[dbo].[source]'), N'IX_source_issue_d', 'IndexID') IS NULL
CREATE INDEX [IX_source_issue_d] ON [dbo].[source] ([issue_d]);

IF NOT EXISTS (SELECT 1 FROM [dbo].[WaterMark] WHERE [TableName] = 'source')
INSERT INTO [dbo].[WaterMark] ([TableName], [WaterMarkVal])
VALUES ('source', '1900-01-01T00:00:00');
