CREATE TABLE [dbo].[WaterMark] (
    [TableName] varchar(50) NOT NULL,
    [WaterMarkVal] datetime NOT NULL,
    CONSTRAINT [UQ_WaterMark_TableName] UNIQUE ([TableName])
);

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
CREATE INDEX [IX_source_issue_d] ON [dbo].[source] ([issue_d]);

INSERT INTO [dbo].[WaterMark] ([TableName], [WaterMarkVal])
VALUES ('source', '1900-01-01T00:00:00');
