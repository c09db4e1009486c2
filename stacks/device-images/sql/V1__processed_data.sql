-- Can run twice: a hook that is killed between a script and its entry in the history runs it again.

IF OBJECT_ID(N'[dbo].[processed_data]', N'U') IS NULL
CREATE TABLE [dbo].[processed_data] (
    [id] int IDENTITY(1, 1) NOT NULL,
    -- Devices tell names apart by case, the database's collation may not.
    [filename] nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [pixel_count] bigint NOT NULL,
    [score] float NOT NULL,
    [processed_at] datetime2(3) NOT NULL CONSTRAINT [DF_processed_data_processed_at] DEFAULT (SYSUTCDATETIME()),
    [source_etag] nvarchar(64) NOT NULL,
    CONSTRAINT [PK_processed_data] PRIMARY KEY ([id]),
    CONSTRAINT [UQ_processed_data_filename] UNIQUE ([filename])
);
